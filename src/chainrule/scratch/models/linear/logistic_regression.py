"""Logistic regression by maximum likelihood (Cox, 1958).

Shapes: X (N, d) features, t (N,) targets 0 or 1, w (d,) weights, b a number.
theta = (b, w_1, …, w_d), as in linear regression.
"""

import numpy as np

from chainrule.scratch.checks import features, labels
from chainrule.scratch.models.linear.linear_classifier import LinearClassifier
from chainrule.scratch.models.linear.maximum_likelihood import (
    MaximumLikelihood,
    slope_size,
)
from chainrule.scratch.nn.activation.sigmoid import sigmoid
from chainrule.scratch.nn.loss.binary_cross_entropy import (
    binary_cross_entropy_with_logits,
)
from chainrule.scratch.preprocessing.design_matrix import design_matrix

# isort: split
# --8<-- [start:model]
from chainrule.scratch import checks
from chainrule.scratch.checks import real


def probability(X, w, b):
    """y_n = P(t_n = 1 | x_n); X (N, d), w (d,) -> y (N,)."""
    return sigmoid(real(X, "X") @ w + b)  # (8.1), (8.2)


# --8<-- [end:model]


# --8<-- [start:objective]
def objective(X, t, w, b, weight_decay=0.0):
    """Mean cross-entropy, plus weight_decay / 2 times |w|²; b is free."""
    X, t = checks.pair(X, t)
    loss = binary_cross_entropy_with_logits(X @ w + b, t)  # (8.5)
    return loss + weight_decay / 2 * (w @ w)  # (8.9)


# --8<-- [end:objective]


# --8<-- [start:gradients]
def gradients(X, t, w, b, weight_decay=0.0):
    """Gradients of the objective by w (d,) and by b."""
    X, t = checks.pair(X, t)
    error = probability(X, w, b) - t  # y - t, shape (N,)
    return X.T @ error / len(t) + weight_decay * w, error.mean()  # (8.6)


# --8<-- [end:gradients]


# --8<-- [start:hessian]
def hessian(X, w, b, weight_decay=0.0):
    """Second derivatives of the objective by (b, w): (d + 1, d + 1)."""
    A, y = design_matrix(X), probability(X, w, b)
    H = (A.T * (y * (1 - y))) @ A / len(A)  # (8.8)
    H[1:, 1:] += weight_decay * np.eye(len(w))
    return H


def safe_rate(X, weight_decay=0.0):
    """The rate (8.10): with it no step of descent overshoots."""
    A = design_matrix(X)
    return 1 / (np.linalg.norm(A, 2) ** 2 / (4 * len(A)) + weight_decay)


# --8<-- [end:hessian]


# --8<-- [start:of-theta]
def of_theta(X, t, weight_decay):
    """Objective, gradient and Hessian as functions of theta = (b, w)."""

    def grad(theta):
        grad_w, grad_b = gradients(X, t, theta[1:], theta[0], weight_decay)
        return np.array([grad_b, *grad_w])

    return (
        lambda theta: objective(X, t, theta[1:], theta[0], weight_decay),
        grad,
        lambda theta: hessian(X, theta[1:], theta[0], weight_decay),
    )


# --8<-- [end:of-theta]


# --8<-- [start:separates]
def separates(X, t, w, b):
    """Whether going along (w, b) makes no loss larger and one smaller.

    Then it does so for ever, and no finite theta is best. Scores within
    1e-6 of the largest count as 0.
    """
    score = np.where(t == 1, 1, -1) * (X @ w + b)
    return score.max() > 0 and score.min() >= -1e-6 * score.max()


# --8<-- [end:separates]


# --8<-- [start:class]
class LogisticRegression(MaximumLikelihood, LinearClassifier):
    """Two classes, P(second class | x) = sigmoid(w x + b) (Cox, 1958).

    Minimizes (8.9): scikit-learn's C is 1 / (N weight_decay), and
    neither penalizes b. fit computes in float64 and leaves classes_
    (2,) in order, w_ (d,), b_, losses_ (steps taken + 1,), n_iter_ and
    converged_, with a ConvergenceWarning where that is False.
    decision_function gives the logits z; at z = 0 predict says the
    first class.

    Raises ValueError for what the checks and the walk refuse, and for
    more than two classes. Where a hyperplane separates the classes,
    scikit-learn stops somewhere on the way, with a warning at most.
    """

    def fit(self, X, y):
        X = features(X)
        classes, t = labels(y, X, most=2)
        loss, grad, curvature = of_theta(X, t, self.weight_decay)
        path = self.walk(
            loss,
            grad,
            curvature,
            start=np.zeros(X.shape[1] + 1),
            size=slope_size(X),
            rate=lambda: safe_rate(X, self.weight_decay),
            separates=lambda way: separates(X, t, way[1:], way[0]),
        )
        self.classes_, self.n_iter_ = classes, len(path) - 1
        self.w_, self.b_ = path[-1][1:], path[-1][0]
        self.losses_ = np.array([loss(theta) for theta in path])
        return self

    def predict_proba(self, X):
        """Probabilities (N, 2) of classes_."""
        z = self.decision_function(X)
        return np.column_stack([sigmoid(-z), sigmoid(z)])


# --8<-- [end:class]
