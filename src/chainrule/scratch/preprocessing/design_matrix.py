"""A feature that is always 1, so that the bias is a weight like any other."""

# --8<-- [start:design-matrix]
import numpy as np

from chainrule.scratch import checks


def design_matrix(X):
    """The features with a column of ones in front: (N, d + 1)."""
    X = checks.features(X)
    return np.column_stack([np.ones(len(X)), X])


# --8<-- [end:design-matrix]
