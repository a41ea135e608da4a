import numpy as np

from chainrule.scratch.optim.lr_scheduler import reduce_lr_on_plateau


def test_by_hand(agree):
    agree(
        "reduce-on-held-out-plateau",
        reduce_lr_on_plateau(
            np.array([1, 0.9, 0.9, 0.95, 0.9, 0.2, 0.2]), 8.0, 0.5, 1, 0.01, 3.0
        ),
        [8.0, 8, 8, 4, 4, 4, 4],
        1e-14,
        against="by hand",
    )
