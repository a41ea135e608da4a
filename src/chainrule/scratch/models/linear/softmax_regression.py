"""Softmax regression, also called multinomial logistic regression.

Shapes: X (N, d) features, t (N,) classes 0 … K - 1, W (K, d) with one row per
class, b (K,). theta = (b_1, w_11, …, w_1d, b_2, …) has K (d + 1) numbers.
"""

import numpy as np

from chainrule.scratch.checks import features, labels
from chainrule.scratch.models.estimator import fitted
from chainrule.scratch.models.linear.maximum_likelihood import (
    MaximumLikelihood,
    slope_size,
)
from chainrule.scratch.nn import softmax_jacobian
from chainrule.scratch.preprocessing.design_matrix import design_matrix

# isort: split
# --8<-- [start:model]
from chainrule.scratch import checks
from chainrule.scratch.nn import CrossEntropyLoss, Linear, softmax


def class_probabilities(X, W, b):
    """y_nk = P(class k | x_n); X (N, d), W (K, d), b (K,) -> (N, K)."""
    return softmax(Linear.of(W, b).forward(X))  # (9.1), (9.2)


# --8<-- [end:model]


# --8<-- [start:objective]
def softmax_objective(X, t, W, b, weight_decay=0.0):
    """Mean cross-entropy of the classes, plus weight_decay / 2 |W|²."""
    z = Linear.of(W, b).forward(checks.features(X))  # (9.1)
    loss = CrossEntropyLoss().forward(z, t)  # (9.6)
    return loss + weight_decay / 2 * np.sum(W**2)


# --8<-- [end:objective]


# --8<-- [start:gradients]
def softmax_gradients(X, t, W, b, weight_decay=0.0):
    """Gradients of the objective by W (K, d) and by b."""
    layer, loss = Linear.of(W, b), CrossEntropyLoss()
    loss.forward(layer.forward(checks.features(X)), t)
    layer.backward(loss.backward())  # (9.7), and then (9.8) and (9.9)
    return layer.grad_weight + weight_decay * W, layer.grad_bias


# --8<-- [end:gradients]


# --8<-- [start:hessian]
def softmax_hessian(X, W, b, weight_decay=0.0):
    """Second derivatives by theta: (K (d + 1), K (d + 1))."""
    A, slopes = design_matrix(X), softmax_jacobian(class_probabilities(X, W, b))
    H = np.einsum("nik,np,nq->ipkq", slopes, A, A, optimize=True) / len(A)
    decay = np.tile(np.eye(A.shape[1])[0], len(b)) == 0  # all but the biases
    return H.reshape(2 * (len(decay),)) + weight_decay * np.diag(decay)


def softmax_safe_rate(X, weight_decay=0.0):
    """The rate (9.11): with it no step of descent overshoots."""
    A = design_matrix(X)
    return 1 / (np.linalg.norm(A, 2) ** 2 / (2 * len(A)) + weight_decay)


# --8<-- [end:hessian]


# --8<-- [start:separates]
def separates_classes(X, t, W, b):
    """Whether going along (W, b) makes no loss larger and one smaller.

    That is so if no class gains on the true one, for no sample, and one
    falls behind. Scores within 1e-6 of the largest lead count as 0.
    """
    z = X @ W.T + b
    lead = z[np.arange(len(t)), t][:, None] - z  # (N, K)
    return lead.max() > 0 and lead.min() >= -1e-6 * lead.max()


def of_rows(X, t, classes, weight_decay):
    """Objective, gradient, Hessian and separates as functions of theta."""
    decay = {"weight_decay": weight_decay}

    def of_theta(function, *data, **decay):
        def of_one(theta):
            rows = theta.reshape(classes, -1)
            return function(*data, rows[:, 1:], rows[:, 0], **decay)

        return of_one

    slopes = of_theta(softmax_gradients, X, t, **decay)

    def grad(theta):
        by_W, by_b = slopes(theta)
        return np.column_stack([by_b, by_W]).ravel()

    return (
        of_theta(softmax_objective, X, t, **decay),
        grad,
        of_theta(softmax_hessian, X, **decay),
        of_theta(separates_classes, X, t),
    )


# --8<-- [end:separates]


# --8<-- [start:class]
class SoftmaxRegression(MaximumLikelihood):
    """K classes, P(k | x) = softmax(W x + b)_k, by maximum likelihood.

    Minimizes the mean cross-entropy + weight_decay / 2 |W|²: scikit-
    learn's C is 1 / (N weight_decay), and neither penalizes b. Adding
    one vector to all rows changes nothing, so each column of W_ and b_
    is shifted to the mean 0. fit computes in float64 and leaves
    classes_ (K,) in order, W_ (K, d), b_ (K,), losses_, n_iter_ and
    converged_, with a ConvergenceWarning where that is False.
    Newton's method solves for all K (d + 1) parameters at once.

    Raises ValueError for what the checks and the walk refuse. With two
    classes it is LogisticRegression with half the weight_decay, where
    scikit-learn silently takes the logistic form.
    """

    def fit(self, X, y):
        X = features(X)
        classes, t = labels(y, X)
        K = len(classes)
        loss, grad, hessian, separates = of_rows(X, t, K, self.weight_decay)
        path = self.walk(
            loss,
            grad,
            hessian,
            start=np.zeros(K * (X.shape[1] + 1)),
            size=np.tile(slope_size(X), K),
            rate=lambda: softmax_safe_rate(X, self.weight_decay),
            separates=separates,
        )
        rows = path[-1].reshape(K, -1)
        rows = rows - rows.mean(axis=0)
        self.classes_, self.n_iter_ = classes, len(path) - 1
        self.W_, self.b_ = rows[:, 1:], rows[:, 0]
        self.losses_ = np.array([loss(theta) for theta in path])
        return self

    def decision_function(self, X):
        """The logits (N, K), whose mean over the classes is 0."""
        W = fitted(self, "W_")
        return features(X, W.shape[1]) @ W.T + self.b_

    def predict_proba(self, X):
        """Probabilities (N, K) of classes_."""
        return softmax(self.decision_function(X))

    def predict(self, X):
        """The likeliest class (N,); of equal ones the first."""
        likeliest = self.decision_function(X).argmax(axis=1)
        return self.classes_[likeliest]


# --8<-- [end:class]
