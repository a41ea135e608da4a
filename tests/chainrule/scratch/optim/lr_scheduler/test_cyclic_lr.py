import numpy as np

from chainrule.scratch.optim.lr_scheduler import cyclic_lr


def test_by_hand(agree):
    agree(
        "cyclical-lr",
        cyclic_lr(np.arange(9), 1.0, 3.0, 2, mode="triangular2"),
        [1.0, 2, 3, 2, 1, 1.5, 2, 1.5, 1],
        1e-14,
        against="by hand",
    )


def test_other_modes_by_hand(agree):
    ours = cyclic_lr(np.arange(6), 1.0, 3.0, 1, 2)
    agree("cyclical-lr", ours, [1.0, 3, 2, 1, 3, 2], 1e-14, against="by hand")
    ours = cyclic_lr(np.arange(4), 1.0, 3.0, 1, mode="exp_range", gamma=0.5)
    agree("cyclical-lr", ours, [1.0, 2, 1, 1.25], 1e-14, against="by hand")
