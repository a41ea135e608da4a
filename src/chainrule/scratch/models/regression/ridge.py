"""Ridge regression: least squares with a price on the weights."""

import numpy as np

from chainrule.scratch import checks
from chainrule.scratch.checks import features, targets
from chainrule.scratch.models.estimator import Estimator, fitted
from chainrule.scratch.models.regression.linear_regression import predict


# --8<-- [start:gradients]
def ridge_gradients(X, t, w, b, alpha):
    """Gradients of the loss (5.9) by w (d,) and by b.

    A sum over the samples, not a mean. The bias pays no penalty.
    """
    X, t = checks.pair(X, t)
    error = predict(X, w, b) - t
    return 2 * X.T @ error + 2 * alpha * w, 2 * error.sum()  # (5.10)


# --8<-- [end:gradients]


# --8<-- [start:ridge]
class Ridge(Estimator):
    """Linear regression with the penalty alpha * |w|**2 (5.9).

    Hoerl and Kennard (1970), by the singular values of X. alpha is the
    λ of the notes' sum form, and scikit-learn's. fit(X, y) leaves w_
    (d,), b_ and shrinkage_, the factors (5.13). The bias is free; with
    fit_intercept=False there is none. alpha = 0 is least squares, of
    several minima that with the shortest w. Raises ValueError for
    alpha < 0 or undefined, shapes that do not fit and NaN;
    NotFittedError before fit.
    """

    def __init__(self, alpha=1.0, fit_intercept=True):
        self.alpha, self.fit_intercept = alpha, fit_intercept

    def fit(self, X, y):
        if not 0 <= self.alpha < np.inf:
            raise ValueError(f"alpha must be finite, >= 0, got {self.alpha}")
        X = features(X)
        t = targets(y, X)
        x_mean, t_mean = np.zeros_like(X[0]), 0.0
        if self.fit_intercept:
            x_mean, t_mean = X.mean(axis=0), t.mean()
        U, s, Vt = np.linalg.svd(X - x_mean, full_matrices=False)
        s = s[s > max(X.shape) * np.finfo(s.dtype).eps * s[0]]  # the rank
        U, Vt = U[:, : len(s)], Vt[: len(s)]
        self.shrinkage_ = s**2 / (s**2 + self.alpha)  # (5.13)
        self.w_ = Vt.T @ (self.shrinkage_ / s * (U.T @ (t - t_mean)))
        self.b_ = t_mean - x_mean @ self.w_
        return self

    def predict(self, X):
        w = fitted(self, "w_")
        return predict(features(X, len(w)), w, self.b_)  # (2.2)


# --8<-- [end:ridge]
