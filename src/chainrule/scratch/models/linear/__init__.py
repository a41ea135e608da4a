"""Classifiers whose scores are linear in the features.

Logistic regression and the support vector machine both have an ``objective``;
such functions are imported from their modules.
"""

from chainrule.scratch.models.linear.dual_svm import (
    DualSVM,
    dual_objective,
    lower_bound,
)
from chainrule.scratch.models.linear.least_squares_classifier import (
    LeastSquaresClassifier,
)
from chainrule.scratch.models.linear.linear_classifier import LinearClassifier
from chainrule.scratch.models.linear.linear_svm import LinearSVM
from chainrule.scratch.models.linear.logistic_regression import (
    LogisticRegression,
)
from chainrule.scratch.models.linear.maximum_likelihood import MaximumLikelihood
from chainrule.scratch.models.linear.perceptron import Perceptron, mistake_bound
from chainrule.scratch.models.linear.softmax_classifier import SoftmaxClassifier
from chainrule.scratch.models.linear.softmax_regression import SoftmaxRegression

__all__ = [
    "DualSVM",
    "LeastSquaresClassifier",
    "LinearClassifier",
    "LinearSVM",
    "LogisticRegression",
    "MaximumLikelihood",
    "Perceptron",
    "SoftmaxClassifier",
    "SoftmaxRegression",
    "dual_objective",
    "lower_bound",
    "mistake_bound",
]
