"""The linear support vector machine, by its dual problem.

Shapes: X (N, d), t (N,) of ±1, alpha (N,).
"""

import numpy as np

from chainrule.scratch import checks
from chainrule.scratch.checks import double
from chainrule.scratch.models.estimator import warn_unless
from chainrule.scratch.models.linear.linear_classifier import LinearClassifier


# --8<-- [start:dual-objective]
def dual_objective(X, t, alpha):
    """Below every value of the primal, for 0 <= alpha <= C, t alpha = 0."""
    X, t = checks.pair(X, t)
    alpha = double(alpha, "alpha")
    w = (alpha * t) @ X  # (6.12)
    return alpha.sum() - w @ w / 2  # (6.13)


def lower_bound(X, t, alpha):
    """The dual at alpha, the heavier class shrunk until t alpha = 0."""
    up, down = alpha[t > 0].sum(), alpha[t < 0].sum()
    level = min(up, down) / np.where(t > 0, up or 1, down or 1)
    return dual_objective(X, t, alpha * level)


# --8<-- [end:dual-objective]


# --8<-- [start:dual]
class DualSVM(LinearClassifier):
    """Support vector machine, two multipliers at a time.

    Sequential minimal optimization (Platt, 1998) with the pair that
    violates the conditions most (Keerthi et al., 2001). fit leaves w_,
    b_, classes_, alpha_ (N,), support_ (rows with alpha > 0), n_iter_
    and converged_: False, and a ConvergenceWarning, if the pair is not
    within tol after max_iter steps. C = inf allows no hinge loss. Raises
    what LinearClassifier does, and ValueError for options that are not
    positive.
    """

    def __init__(self, C=1.0, tol=1e-6, max_iter=100_000):
        self.C, self.tol, self.max_iter = C, tol, max_iter

    def fit(self, X, y):
        if not (self.C > 0 and self.tol > 0 and self.max_iter > 0):
            given = f"C {self.C}, tol {self.tol}, max_iter {self.max_iter}"
            raise ValueError(f"these must be positive: {given}")
        X, t = self._checked(X, y)
        low, high = np.minimum(0, self.C * t), np.maximum(0, self.C * t)
        beta, z = np.zeros(len(t)), np.zeros(len(t))  # beta = alpha t
        short = 1e-12 * np.sum(X**2, axis=1).max() or 1.0
        self.n_iter_ = 0
        for _ in range(self.max_iter):
            b = t - z  # that puts a sample on its margin
            i = np.where(beta < high, b, -np.inf).argmax()
            j = np.where(beta > low, b, np.inf).argmin()
            if b[i] - b[j] <= self.tol:  # (6.14)
                break
            d = X[i] - X[j]
            best = (b[i] - b[j]) / max(d @ d, short)
            move = min(best, high[i] - beta[i], beta[j] - low[j])
            beta[i] += move  # the sum of alpha t stays 0
            beta[j] -= move
            z += move * (X @ d)
            self.n_iter_ += 1
        self.alpha_, self.w_ = np.abs(beta), beta @ X  # (6.12)
        gap = b[i] - b[j]
        self.converged_ = warn_unless(
            gap <= self.tol, self, f"a pair is {gap:.1e} apart"
        )
        self.b_, self.support_ = (b[i] + b[j]) / 2, np.flatnonzero(beta)
        return self


# --8<-- [end:dual]
