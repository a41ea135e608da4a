import numpy as np

from chainrule.scratch.optim.lr_scheduler import cosine_annealing_lr


def test_by_hand(agree):
    agree(
        "learning-rate-decay",
        cosine_annealing_lr(np.array([0, 2, 3, 4, 6]), 0.9, 6, 0.1),
        [0.9, 0.7, 0.5, 0.3, 0.1],
        1e-14,
        against="by hand",
    )
