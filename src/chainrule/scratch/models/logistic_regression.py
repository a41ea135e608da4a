"""Logistic regression by maximum likelihood (Cox, 1958).

Shapes: X (N, d) features, t (N,) targets 0 or 1, w (d,) weights, b a number.
theta = (b, w_1, …, w_d), as in linear regression.
"""

import numpy as np

from chainrule.scratch.models.checks import features, fitted, labels
from chainrule.scratch.models.linear_regression import design_matrix
from chainrule.scratch.nn.activation.sigmoid import sigmoid
from chainrule.scratch.nn.loss.binary_cross_entropy import (
    binary_cross_entropy_with_logits,
)
from chainrule.scratch.optim.gradient_descent import gradient_descent
from chainrule.scratch.optim.newton import newton


# --8<-- [start:model]
def probability(X, w, b):
    """y_n = P(t_n = 1 | x_n); X (N, d), w (d,) -> y (N,)."""
    return sigmoid(X @ w + b)  # (8.1), (8.2)


# --8<-- [end:model]


# --8<-- [start:objective]
def objective(X, t, w, b, weight_decay=0.0):
    """Mean cross-entropy, plus weight_decay / 2 times |w|²; b is free."""
    loss = binary_cross_entropy_with_logits(X @ w + b, t)  # (8.5)
    return loss + weight_decay / 2 * (w @ w)  # (8.9)


# --8<-- [end:objective]


# --8<-- [start:gradients]
def gradients(X, t, w, b, weight_decay=0.0):
    """Gradients of the objective by w (d,) and by b."""
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


# --8<-- [start:predictor]
class LogisticPredictor:
    """What a fitted model answers, from w_ (d,), b_ and classes_ (2,)."""

    def decision_function(self, X):
        """The logits z (N,): positive where the second class is likelier."""
        w = fitted(self, "w_")
        return features(X, len(w)) @ w + fitted(self, "b_")

    def predict_proba(self, X):
        """Probabilities (N, 2) of classes_."""
        z = self.decision_function(X)
        return np.column_stack([sigmoid(-z), sigmoid(z)])

    def predict(self, X):
        """The likelier class (N,); at exactly one half the first."""
        second = self.decision_function(X) > 0
        return fitted(self, "classes_")[second.astype(int)]


# --8<-- [end:predictor]


# --8<-- [start:class]
class LogisticRegression(LogisticPredictor):
    """Two classes, P(second class | x) = sigmoid(w x + b) (Cox, 1958).

    Minimizes (8.9): scikit-learn's C is 1 / (N weight_decay), and
    neither penalizes b. solver "newton" ends where no slope is over
    tol; "gradient-descent" takes all steps, with lr, or if it is None
    with the safe rate. fit computes in float64 and leaves classes_ (2,)
    in order, w_ (d,), b_, losses_ (steps taken + 1,) and n_iter_.

    Raises ValueError for what the checks refuse, more than two classes,
    arguments out of range, a descent that diverges, too few Newton
    steps; and without weight_decay for classes that a hyperplane
    separates, where scikit-learn stops somewhere on the way.
    """

    def __init__(
        self, weight_decay=0.0, solver="newton", lr=None, steps=100, tol=1e-10
    ):
        self.weight_decay, self.solver = weight_decay, solver
        self.lr, self.steps, self.tol = lr, steps, tol

    def fit(self, X, y):
        X, decay = features(X).astype(float), self.weight_decay
        classes, t = labels(y, X, most=2)
        if not 0 <= decay < np.inf:
            raise ValueError(f"weight_decay must be 0 or more, got {decay}")
        loss, grad, curvature = of_theta(X, t, decay)
        start = np.zeros(X.shape[1] + 1)
        if self.solver == "newton":
            path = newton(loss, grad, curvature, start, self.tol, self.steps)
        elif self.solver == "gradient-descent":
            lr = safe_rate(X, decay) if self.lr is None else self.lr
            path = gradient_descent(grad, start, lr, self.steps)
        else:
            raise ValueError(f"no solver {self.solver!r}")
        theta, last_step = path[-1], path[-1] - path[max(len(path) - 2, 0)]
        if not np.isfinite(theta).all():
            raise ValueError(f"the descent diverges with lr {self.lr}")
        for way in (theta, last_step) if decay == 0 else ():
            if separates(X, t, way[1:], way[0]):
                raise ValueError(
                    "a hyperplane separates the classes: no finite w is "
                    "best; take weight_decay > 0"
                )
        self.classes_, self.n_iter_ = classes, len(path) - 1
        self.w_, self.b_ = theta[1:], theta[0]
        self.losses_ = np.array([loss(point) for point in path])
        return self


# --8<-- [end:class]
