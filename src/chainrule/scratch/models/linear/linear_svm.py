"""The linear support vector machine, by subgradient descent.

Shapes: X (N, d), t (N,) of ±1, w (d,), b a number.
"""

import numpy as np

from chainrule.scratch.models.estimator import warn_unless
from chainrule.scratch.models.linear.dual_svm import lower_bound
from chainrule.scratch.models.linear.linear_classifier import LinearClassifier

# isort: split
# --8<-- [start:primal]
from chainrule.scratch import checks


def objective(X, t, w, b, C):
    """Half the squared length of w, and C for each unit of hinge loss."""
    X, t = checks.pair(X, t)
    hinges = np.maximum(0, 1 - t * (X @ w + b))
    return w @ w / 2 + C * hinges.sum()  # (6.10)


def subgradient(X, t, w, b, C):
    """Slopes by w and b; a sample at the bend t z = 1 counts as 0."""
    X, t = checks.pair(X, t)
    push = C * t * (t * (X @ w + b) < 1)  # who has a hinge loss
    return w - X.T @ push, -push.sum()  # (6.11)


# --8<-- [end:primal]


# --8<-- [start:estimator]
class LinearSVM(LinearClassifier):
    """Support vector machine, by steps of 1/k against the subgradient.

    Pegasos (Shalev-Shwartz et al., 2011) with all samples in each step
    and an intercept that nothing pulls to zero. No step is sure to go
    down: w_ and b_ are the best that were met. fit leaves losses_
    (steps + 1,), n_iter_ and converged_, too: the means of the pushes
    make a dual point, so the minimum is known to lie above E - gap_;
    converged_ is False, with a ConvergenceWarning, where gap_ is over
    tol E. Raises what LinearClassifier does, and ValueError for C <= 0,
    steps < 0 or tol <= 0.
    """

    def __init__(self, C=1.0, steps=1000, tol=0.05):
        self.C, self.steps, self.tol = C, steps, tol

    def fit(self, X, y):
        if not (0 < self.C < np.inf and self.steps >= 0 and self.tol > 0):
            raise ValueError(f"invalid C, steps or tol: {vars(self)}")
        X, t = self._checked(X, y)
        w, b = np.zeros(X.shape[1]), 0.0
        self.w_, self.b_, alpha = w, b, np.zeros(len(t))
        losses = [best := objective(X, t, w, b, self.C)]
        for k in range(1, self.steps + 1):
            alpha += self.C * (t * (X @ w + b) < 1)  # who pushes
            grad_w, grad_b = subgradient(X, t, w, b, self.C)
            w, b = w - grad_w / k, b - grad_b / k
            losses.append(objective(X, t, w, b, self.C))
            if losses[-1] < best:
                best, self.w_, self.b_ = losses[-1], w, b
        self.losses_, self.n_iter_ = np.array(losses), self.steps
        self.gap_ = best - lower_bound(X, t, alpha / max(self.steps, 1))
        self.converged_ = warn_unless(
            self.gap_ <= self.tol * best,
            self,
            f"E is {best:.4g}, and the minimum at least {best - self.gap_:.4g}",
        )
        return self


# --8<-- [end:estimator]
