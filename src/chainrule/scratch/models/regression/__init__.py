"""Models of a number: lines, polynomials, pieces."""

from chainrule.scratch.models.regression.indicator_regression import (
    IndicatorRegression,
)
from chainrule.scratch.models.regression.leave_one_out import left_out
from chainrule.scratch.models.regression.linear_regression import (
    gradients,
    hessian,
    least_squares,
    predict,
)
from chainrule.scratch.models.regression.piecewise_linear import (
    PiecewiseLinear,
    as_relus,
    ramp_sum,
    ramps,
    relu_sum,
    relus,
)
from chainrule.scratch.models.regression.polynomial_regression import (
    PolynomialRegression,
)
from chainrule.scratch.models.regression.ridge import Ridge, ridge_gradients

__all__ = [
    "IndicatorRegression",
    "PiecewiseLinear",
    "PolynomialRegression",
    "Ridge",
    "as_relus",
    "gradients",
    "hessian",
    "least_squares",
    "left_out",
    "predict",
    "ramp_sum",
    "ramps",
    "relu_sum",
    "relus",
    "ridge_gradients",
]
