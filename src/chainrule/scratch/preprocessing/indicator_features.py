"""Features that only samples of one class have."""

# --8<-- [start:indicator-features]
import numpy as np

from chainrule.scratch.checks import one_each, plain
from chainrule.scratch.preprocessing.design_matrix import design_matrix


def indicator_features(X, species, classes):
    """For each class 1 and the features, times delta: (N, K (d + 1)).

    X (N, d), species (N,), classes (K,). A row has d + 1 numbers that
    are not switched off. Raises ValueError for shapes that do not fit
    and for a species that is not among the classes.
    """
    A = design_matrix(X)
    species = one_each(plain(species, "species"), A, "species")
    delta = species[:, None] == np.asarray(classes)  # one-hot, (N, K)
    if not delta.any(axis=1).all():
        unknown = np.unique(species[~delta.any(axis=1)])
        raise ValueError(f"no class for the species {unknown}")
    return (delta[:, :, None] * A[:, None, :]).reshape(len(A), -1)  # (5.8)


# --8<-- [end:indicator-features]
