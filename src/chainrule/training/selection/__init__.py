"""Which of several models: folds, and scores on what was held out.

>>> import numpy as np
>>> for train, held_out in KFold(3).split(range(6)):
...     print(train, held_out)
[2 3 4 5] [0 1]
[0 1 4 5] [2 3]
[0 1 2 3] [4 5]
>>> t = np.array([1.0, 2.0, 4.0, 3.0, 5.0, 9.0])
>>> def fit_and_score(train, held_out):
...     return np.square(t[held_out] - t[train].mean()).mean()
>>> found = cross_validate(fit_and_score, KFold(3).split(t), progress=False)
>>> [round(score, 2) for score in found.scores.tolist()], round(found.mean, 2)
([14.31, 0.81, 24.25], 13.12)
"""

from chainrule.training.selection.cross_validate import (
    CrossValidation,
    cross_validate,
)
from chainrule.training.selection.group_k_fold import GroupKFold
from chainrule.training.selection.k_fold import KFold
from chainrule.training.selection.stratified_k_fold import StratifiedKFold

__all__ = [
    "CrossValidation",
    "GroupKFold",
    "KFold",
    "StratifiedKFold",
    "cross_validate",
]
