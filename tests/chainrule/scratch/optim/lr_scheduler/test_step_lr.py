import numpy as np

from chainrule.scratch.optim.lr_scheduler import step_lr


def test_by_hand(agree):
    agree(
        "learning-rate-decay",
        step_lr(np.arange(7), 8.0, 3, 0.5),
        [8.0, 8, 8, 4, 4, 4, 2],
        1e-14,
        against="by hand",
    )
