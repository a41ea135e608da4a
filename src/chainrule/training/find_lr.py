"""A learning rate to begin with, and why this one."""

# --8<-- [start:found-rate]
from dataclasses import dataclass

import numpy as np

from chainrule.training.lr_range_test import RangeTest, lr_range_test


@dataclass(frozen=True)
class FoundRate:
    """A rate, the reason for it, and the range test that it comes from."""

    lr: float
    reason: str
    test: RangeTest


# --8<-- [end:found-rate]


# --8<-- [start:find-lr]
def find_lr(model, optimizer, loss_of, batches, *, rule="tenth", **options):
    """Suggest a learning rate by a range test: a FoundRate.

    rule      "tenth": of the rate at which the smoothed loss was lowest;
              "steepest": where it fell most for a step of log(rate)
    options   as in lr_range_test, which leaves all as it was

    The test is Smith's (2017), arXiv:1506.01186; he reads a range from
    it, and both rules are of those who came later (fastai). Raises as
    lr_range_test does, and ValueError for another rule, for a test that
    never fell and for one that ended before the loss rose.
    """
    if rule not in ("tenth", "steepest"):
        raise ValueError(f"find_lr: rule is tenth or steepest, got {rule!r}")
    test = lr_range_test(model, optimizer, loss_of, batches, **options)
    lowest = test.smoothed.argmin()
    if lowest == 0:
        raise ValueError(
            f"find_lr: the loss never fell above {test.lrs[0]:.2g}"
        )
    if not test.diverged:
        raise ValueError(
            f"find_lr: the loss never rose up to {test.lrs[-1]:.2g}; raise end"
        )
    if rule == "tenth":
        why = f"a tenth of {test.edge:.2g}, where the loss was lowest"
        return FoundRate(test.suggestion, why, test)
    falls = -np.diff(test.smoothed[: lowest + 1])  # log(rate) is evenly spaced
    lr = float(test.lrs[falls.argmax()])
    return FoundRate(lr, "where the loss fell most steeply", test)


# --8<-- [end:find-lr]
