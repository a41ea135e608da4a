"""Rosenblatt's perceptron (1958) and Novikoff's bound (1962)."""

from chainrule.scratch.models.estimator import warn_unless
from chainrule.scratch.models.linear.linear_classifier import LinearClassifier

# isort: split
# --8<-- [start:perceptron]
import numpy as np

from chainrule.scratch import checks
from chainrule.scratch.preprocessing import design_matrix


class Perceptron(LinearClassifier):
    """Adds every sample that it gets wrong, until there is none.

    Goes through the samples in their order, from zero weights. fit
    leaves w_, b_, classes_, path_ (mistakes_ + 1, d + 1) with all
    (b, w), mistakes_, n_iter_ (epochs) and converged_: False if
    max_iter epochs were not enough, with a ConvergenceWarning. Without a
    line that separates the classes none are, and the last weights mean
    little. Raises what LinearClassifier does, and ValueError for lr <= 0
    or max_iter < 1.
    """

    def __init__(self, max_iter=1000, lr=1.0):
        self.max_iter, self.lr = max_iter, lr

    def fit(self, X, y):
        if not (self.lr > 0 and self.max_iter >= 1):
            raise ValueError(f"invalid lr {self.lr} or {self.max_iter} epochs")
        X, t = self._checked(X, y)
        A = design_matrix(X)  # a_n = (1, x_n)
        path = [np.zeros(A.shape[1])]
        for epoch in range(1, self.max_iter + 1):
            self.n_iter_, before = epoch, len(path)
            for a_n, t_n in zip(A, t, strict=True):
                if t_n * (a_n @ path[-1]) <= 0:  # wrong, or undecided
                    path.append(path[-1] + self.lr * t_n * a_n)  # (6.7)
            if len(path) == before:
                break
        self.converged_ = warn_unless(
            len(path) == before,
            self,
            "the last epoch had mistakes; perhaps no line is without any",
        )
        self.path_, self.mistakes_ = np.array(path), len(path) - 1
        self.w_, self.b_ = path[-1][1:], path[-1][0]
        return self


# --8<-- [end:perceptron]


# --8<-- [start:bound]
def mistake_bound(X, t, w, b):
    """(R / gamma)², by any w and b that separate the targets t of ±1.

    Raises ValueError where they do not.
    """
    X, t = checks.pair(X, t)
    A, u = design_matrix(X), np.array([b, *w])
    gamma = np.min(t * (A @ u)) / np.linalg.norm(u)
    if not gamma > 0:
        raise ValueError(f"w {w} and b {b} do not separate the classes")
    return (np.linalg.norm(A, axis=1).max() / gamma) ** 2  # (6.8)


# --8<-- [end:bound]
