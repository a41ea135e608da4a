"""Folds of equal size."""

# --8<-- [start:k-fold]
import numpy as np

from chainrule.training.selection.base import Folds, random, require_no_groups


class KFold(Folds):
    """n_splits folds of neighbours, or of a random order with shuffle.

    The first N mod n_splits folds have one sample more. Equal to
    scikit-learn's for the same random_state (None: another order each
    time). Raises ValueError for n_splits below 2 or above N, and for
    groups, which scikit-learn ignores with a warning.
    """

    def fold_of(self, N, y=None, groups=None):
        require_no_groups(self, groups)
        k, order = self.n_splits, np.arange(N)
        if self.shuffle:
            random(self.random_state).shuffle(order)
        sizes = N // k + (np.arange(k) < N % k)
        fold = np.empty(N, dtype=int)
        fold[order] = np.repeat(np.arange(k), sizes)
        return fold


# --8<-- [end:k-fold]
