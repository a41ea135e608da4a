"""Curves of straight pieces, as sums of ramps or of ReLUs.

Knots k_0 < … < k_K are where pieces end, values v_0 … v_K the heights there;
outside the curve is constant, as in numpy.interp. Units are w, b and c (K,)
and b0 a number, as in y = b0 + sum_i c_i f(b_i + w_i x).
"""

import numpy as np

from chainrule.scratch.checks import double, features, real
from chainrule.scratch.models.estimator import Estimator, fitted
from chainrule.scratch.models.regression.linear_regression import least_squares
from chainrule.scratch.nn.activation.hardsigmoid import ramp
from chainrule.scratch.nn.activation.relu import relu


# --8<-- [start:checked]
def _checked(knots, values):
    knots, values = double(knots, "knots"), double(values, "values")
    if knots.ndim != 1 or len(knots) < 2 or values.shape != knots.shape:
        raise ValueError(
            "knots and values must be (K + 1,) with K > 0, "
            f"got {knots.shape} and {values.shape}"
        )
    if not (np.isfinite(knots).all() and np.isfinite(values).all()):
        raise ValueError("knots and values must be finite")
    if not (np.diff(knots) > 0).all():
        raise ValueError(f"knots must increase, got {knots}")
    return knots, values


# --8<-- [end:checked]


# --8<-- [start:ramps]
def ramps(knots, values):
    """One ramp for each piece: w, b, c (K,) and b0.

    Raises ValueError unless the knots are finite and increase, and
    there are as many values.
    """
    knots, values = _checked(knots, values)
    w = 1 / np.diff(knots)
    return w, -w * knots[:-1], np.diff(values), values[0]  # (3.2)


def ramp_sum(x, w, b, c, b0):
    """b0 + sum_i c_i ramp(b_i + w_i x) for x of any shape."""
    return b0 + ramp(np.multiply.outer(real(x, "x"), w) + b) @ c  # (3.1)


# --8<-- [end:ramps]


# --8<-- [start:relus]
def relus(knots, values):
    """One ReLU for each bend: w, b, c (K + 1,) and b0.

    Raises ValueError as ramps does.
    """
    knots, values = _checked(knots, values)
    slopes = np.diff(values) / np.diff(knots)
    bends = np.diff(slopes, prepend=0, append=0)
    return np.ones(len(knots)), -knots, bends, values[0]  # (3.15)


def relu_sum(x, w, b, c, b0):
    """b0 + sum_i c_i max(0, b_i + w_i x) for x of any shape."""
    return b0 + relu(np.multiply.outer(real(x, "x"), w) + b) @ c


# --8<-- [end:relus]


# --8<-- [start:as-relus]
def as_relus(w, b, c):
    """The K ramps as 2K ReLUs; w may be (K,) or (K, d)."""
    return (  # (3.13)
        np.concatenate([w, w]),
        np.concatenate([b, b - 1]),
        np.concatenate([c, -c]),
    )


# --8<-- [end:as-relus]


# --8<-- [start:estimator]
class PiecewiseLinear(Estimator):
    """The curve with these knots whose mean squared error is smallest.

    With the knots fixed it is linear regression on the ramps' outputs.
    fit(X, y) wants X (N, 1) and leaves w_, b_, c_ (K,) and b0_; knots
    that no sample tells apart get the solution of least norm. Raises
    ValueError for knots that do not increase, for shapes that do not
    fit and for NaN; NotFittedError before fit.
    """

    def __init__(self, knots):
        self.knots = knots

    def fit(self, X, y):
        X = features(X, 1)
        w, b, _, _ = ramps(self.knots, np.zeros(len(self.knots)))
        self.c_, self.b0_ = least_squares(ramp(X * w + b), y)
        self.w_, self.b_ = w, b
        return self

    def predict(self, X):
        c = fitted(self, "c_")
        x = features(X, 1)[:, 0]
        return ramp_sum(x, self.w_, self.b_, c, self.b0_)


# --8<-- [end:estimator]
