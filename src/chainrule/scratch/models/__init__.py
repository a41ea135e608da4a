"""Models whose parameters are plain arrays."""

from chainrule.scratch.models.bernoulli_nb import BernoulliNB
from chainrule.scratch.models.cascaded_logistic import CascadedLogistic
from chainrule.scratch.models.dual_svm import DualSVM
from chainrule.scratch.models.estimator import (
    ConvergenceWarning,
    Estimator,
    NotFittedError,
)
from chainrule.scratch.models.gaussian_nb import GaussianNB
from chainrule.scratch.models.indicator_regression import IndicatorRegression
from chainrule.scratch.models.least_squares_classifier import (
    LeastSquaresClassifier,
)
from chainrule.scratch.models.linear_discriminant_analysis import (
    LinearDiscriminantAnalysis,
)
from chainrule.scratch.models.linear_svm import LinearSVM
from chainrule.scratch.models.logistic_regression import LogisticRegression
from chainrule.scratch.models.perceptron import Perceptron
from chainrule.scratch.models.piecewise_linear import PiecewiseLinear
from chainrule.scratch.models.polynomial_regression import PolynomialRegression
from chainrule.scratch.models.quadratic_discriminant_analysis import (
    QuadraticDiscriminantAnalysis,
)
from chainrule.scratch.models.relu_sum import ReLUSum
from chainrule.scratch.models.ridge import Ridge
from chainrule.scratch.models.sigmoid_sum import SigmoidSum
from chainrule.scratch.models.softmax_classifier import SoftmaxClassifier
from chainrule.scratch.models.softmax_regression import SoftmaxRegression

__all__ = [
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
