"""Polynomial regression: a linear model of the powers of one feature."""

import numpy as np

from chainrule.scratch.checks import features, targets
from chainrule.scratch.linalg.solve import qr_solve
from chainrule.scratch.models.estimator import Estimator, fitted
from chainrule.scratch.preprocessing.polynomial_features import powers


# --8<-- [start:estimator]
class PolynomialRegression(Estimator):
    """The polynomial of one feature with the least squared error.

    fit(X, y) wants X (N, 1) and leaves b_ and w_ (degree,), those of
    (5.3). It solves by QR, and for powers of x / max |x|, so that none
    overflows; numpy.polynomial.Polynomial.fit maps x to [-1, 1] and
    takes the singular values instead. Raises ValueError for a degree
    that is no integer >= 0, shapes that do not fit, NaN, and fewer than
    degree + 1 different x. NotFittedError before fit.
    """

    def __init__(self, degree=2):
        self.degree = degree

    def fit(self, X, y):
        X = features(X, 1)
        x, t = X[:, 0], targets(y, X)
        scale = np.abs(x).max(keepdims=True)
        scale[scale == 0] = 1
        Z = powers(x / scale, self.degree)
        if len(np.unique(x)) <= self.degree:
            raise ValueError(
                f"degree {self.degree} needs more than {self.degree} "
                f"different x, got {len(np.unique(x))}"
            )
        theta = qr_solve(np.column_stack([np.ones_like(x), Z]), t)
        self.b_ = theta[0]
        self.w_ = theta[1:] / powers(scale, self.degree)[0]
        return self

    def predict(self, X):
        w = fitted(self, "w_")
        x = features(X, 1)[:, 0]
        y = np.zeros_like(x)
        for w_j in (*w[::-1], self.b_):  # Horner: ((w_2) x + w_1) x + b
            y = y * x + w_j
        return y


# --8<-- [end:estimator]
