"""Folds with each class in its share."""

# --8<-- [start:stratified-k-fold]
import warnings

import numpy as np

from chainrule.training.selection.base import Folds, random, require_no_groups


class StratifiedKFold(Folds):
    """Folds in which the counts of a class differ by one at most.

    Sorted by class, the samples are dealt to the folds like cards: so
    many of a class a fold gets. Which ones, their order decides, or
    with shuffle chance. Equal to scikit-learn's for the same
    random_state. Raises ValueError for y that is no class, for more
    folds than every class has members, and for groups; a UserWarning
    says that some class has fewer members than there are folds.
    """

    def fold_of(self, N, y=None, groups=None):
        require_no_groups(self, groups)
        k, (label, count, names) = self.n_splits, classes(y)
        if (count < k).all():
            raise ValueError(f"n_splits={k}, but no class has so many members")
        if (fewest := count.min()) < k:
            name = names[count.argmin()]
            warnings.warn(
                f"n_splits={k}, but class {name} has only {fewest} "
                "members: some folds have none of it",
                stacklevel=3,
            )
        dealt = np.sort(label)
        rng, fold = random(self.random_state), np.empty(N, dtype=int)
        for c in range(len(count)):
            own = np.flatnonzero(dealt == c) % k  # the cards of this class
            folds = np.repeat(np.arange(k), np.bincount(own, minlength=k))
            if self.shuffle:
                rng.shuffle(folds)
            fold[label == c] = folds
        return fold


# --8<-- [end:stratified-k-fold]


# --8<-- [start:classes]
def classes(y):
    """Class of each sample, members and name of each class.

    Numbered as they first appear, which the dealing depends on.
    """
    if y is None:
        raise ValueError("StratifiedKFold needs the classes y, got None")
    y = np.asarray(y)
    if y.ndim != 1:
        raise ValueError(f"y must be (N,), a class each, got {y.shape}")
    if y.dtype.kind not in "biufUSO":
        raise ValueError(f"y must be integers or words, got {y.dtype}")
    if y.dtype.kind == "f" and (odd := y[~(y == np.rint(y))]).size:
        raise ValueError(f"y must be classes, not measured, got {odd[0]}")
    names, first, label = np.unique(y, return_index=True, return_inverse=True)
    rank = np.argsort(np.argsort(first))
    label = rank[label.reshape(-1)]
    return label, np.bincount(label), names[np.argsort(first)]


# --8<-- [end:classes]
