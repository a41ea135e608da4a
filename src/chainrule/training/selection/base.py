"""What all ways to cut folds share: arguments, and from folds to pairs."""

# --8<-- [start:folds]
import numpy as np


class Folds:
    """Cuts samples into n_splits folds; fold_of says which, one a row.

    Iterating over split(X, y) gives n_splits pairs (train, held out) of
    sorted row numbers. The names are scikit-learn's, and its functions
    take these objects as cv.
    """

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        whole = isinstance(n_splits, int | np.integer)
        if not whole or isinstance(n_splits, bool) or n_splits < 2:
            raise ValueError(
                f"n_splits must be an integer of 2 or more, got {n_splits!r}"
            )
        if not isinstance(shuffle, bool):
            raise TypeError(f"shuffle must be True or False, got {shuffle!r}")
        if random_state is not None and not shuffle:
            raise ValueError(
                f"random_state={random_state!r} changes nothing without "
                "shuffle=True"
            )
        self.n_splits, self.shuffle = int(n_splits), shuffle
        self.random_state = random_state

    def split(self, X, y=None, groups=None):
        """Pairs (train, held out) for the rows of X."""
        N = len(X)
        for name, given in (("y", y), ("groups", groups)):
            if given is not None and len(given) != N:
                raise ValueError(f"{name} has {len(given)} rows, X has {N}")
        if self.n_splits > N:
            raise ValueError(f"n_splits={self.n_splits} folds of {N} samples")
        return pairs(self.fold_of(N, y, groups), self.n_splits)

    def fold_of(self, N, y, groups):
        """The number of the fold (N,) that each sample is in."""
        raise NotImplementedError

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits


def pairs(fold, n_splits):
    """For each fold: the rows outside of it, and those inside."""
    for k in range(n_splits):
        yield np.flatnonzero(fold != k), np.flatnonzero(fold == k)


# --8<-- [end:folds]


# --8<-- [start:random]
def random(random_state):
    """scikit-learn's generator for a seed; one that is given, as it is."""
    if isinstance(random_state, np.random.RandomState):
        return random_state
    return np.random.RandomState(random_state)


def require_no_groups(folds, groups):
    """ValueError where groups would be torn apart."""
    if groups is not None:
        name = type(folds).__name__
        raise ValueError(
            f"{name} does not keep groups together, got groups with "
            f"{len({*np.asarray(groups).tolist()})} values: use GroupKFold"
        )


# --8<-- [end:random]
