# kind: exact
"""Six targets, three folds, two models that need no computer."""

# --8<-- [start:by-hand]
import numpy as np

from chainrule.training import KFold, cross_validate

t = np.array([1, 3, 2, 6, 5, 7])


def mean_of_training(train, held_out):
    return np.mean((t[train].mean() - t[held_out]) ** 2)


def always_four(train, held_out):
    return np.mean((4 - t[held_out]) ** 2)


for model in (mean_of_training, always_four):
    found = cross_validate(model, KFold(3).split(t), progress=False)
    print(f"{model.__name__}: {found.scores}, mean {found.mean:.2f}")
    print(f"  standard error {found.standard_error:.2f}")
# --8<-- [end:by-hand]
