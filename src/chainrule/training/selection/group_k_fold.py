"""Folds that tear no group apart."""

# --8<-- [start:group-k-fold]
import numpy as np

from chainrule.training.selection.base import Folds


class GroupKFold(Folds):
    """Folds of whole groups: patients, authors, copies of one picture.

    From the largest group to the smallest, each goes to the fold that
    has the fewest samples so far. Equal to scikit-learn's. Raises
    ValueError without groups, and for fewer groups than folds.
    """

    def __init__(self, n_splits=5):
        super().__init__(n_splits)

    def fold_of(self, N, y=None, groups=None):
        if groups is None:
            raise ValueError("GroupKFold needs groups, one a sample, got None")
        groups = np.asarray(groups)
        if groups.ndim != 1:
            raise ValueError(f"groups must be (N,), got {groups.shape}")
        if (groups != groups).any():
            raise ValueError("groups contain NaN")
        names, group = np.unique(groups, return_inverse=True)
        count = np.bincount(group.reshape(-1))
        if len(names) < self.n_splits:
            raise ValueError(
                f"n_splits={self.n_splits} folds of {len(names)} groups"
            )
        filled = np.zeros(self.n_splits, dtype=int)
        fold = np.empty(len(names), dtype=int)
        for g in np.argsort(count, kind="stable")[::-1]:
            fold[g] = filled.argmin()
            filled[fold[g]] += count[g]
        return fold[group.reshape(-1)]


# --8<-- [end:group-k-fold]
