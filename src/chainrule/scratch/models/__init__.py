"""Models whose parameters are plain arrays.

``regression`` predicts numbers, ``linear`` and ``generative`` classify,
``shallow`` and ``deep`` are networks. Each room exports what it has, its base
classes and formulas as well; the models are exported here, too.
"""

from chainrule.scratch.models.deep import MLP
from chainrule.scratch.models.estimator import (
    ConvergenceWarning,
    Estimator,
    NotFittedError,
)
from chainrule.scratch.models.generative import (
    BernoulliNB,
    GaussianNB,
    LinearDiscriminantAnalysis,
    QuadraticDiscriminantAnalysis,
)
from chainrule.scratch.models.linear import (
    DualSVM,
    LeastSquaresClassifier,
    LinearSVM,
    LogisticRegression,
    Perceptron,
    SoftmaxClassifier,
    SoftmaxRegression,
)
from chainrule.scratch.models.regression import (
    IndicatorRegression,
    PiecewiseLinear,
    PolynomialRegression,
    Ridge,
)
from chainrule.scratch.models.shallow import (
    CascadedLogistic,
    ReLUSum,
    SigmoidSum,
)

__all__ = [
    "MLP",
    "BernoulliNB",
    "CascadedLogistic",
    "ConvergenceWarning",
    "DualSVM",
    "Estimator",
    "GaussianNB",
    "IndicatorRegression",
    "LeastSquaresClassifier",
    "LinearDiscriminantAnalysis",
    "LinearSVM",
    "LogisticRegression",
    "NotFittedError",
    "Perceptron",
    "PiecewiseLinear",
    "PolynomialRegression",
    "QuadraticDiscriminantAnalysis",
    "ReLUSum",
    "Ridge",
    "SigmoidSum",
    "SoftmaxClassifier",
    "SoftmaxRegression",
]
