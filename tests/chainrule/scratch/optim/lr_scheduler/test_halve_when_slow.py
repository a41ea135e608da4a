import numpy as np

from chainrule.scratch.optim.lr_scheduler import halve_when_slow


def test_by_hand(agree):
    agree(
        "halve-when-slow",
        halve_when_slow([100, 80, 72, 66, np.nan, 35], 8.0, 0.1),
        [8.0, 8, 8, 4, 2, 1],
        1e-14,
        against="by hand",
    )


def test_a_first_loss_that_is_nan_counts_as_slow():
    assert halve_when_slow([np.nan, 3, 2], 8.0, 0.1).tolist() == [4, 2, 2]
