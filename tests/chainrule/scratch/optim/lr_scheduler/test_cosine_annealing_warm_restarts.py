import numpy as np
import pytest

from chainrule.scratch.optim.lr_scheduler import cosine_annealing_warm_restarts


@pytest.mark.equation("eq:sgdr", by="its values by hand")
def test_by_hand(agree):
    t = np.array([0, 1, 2, 3, 5, 7, 8, 9, 11, 13])
    half = 0.5**0.5
    ours = cosine_annealing_warm_restarts(t, 0.9, 4, 2, eta_min=0.1)
    oracle = [
        0.9,
        0.5 + 0.4 * half,
        0.5,
        0.5 - 0.4 * half,
        0.5 + 0.4 * np.cos(np.pi / 8),
        0.5 + 0.4 * np.cos(3 * np.pi / 8),
        0.5,
        0.5 - 0.4 * np.cos(3 * np.pi / 8),
        0.5 - 0.4 * np.cos(np.pi / 8),
        0.5 + 0.4 * np.cos(np.pi / 16),
    ]
    agree("sgdr", ours, oracle, 1e-14, against="by hand")


def test_one_step_and_many(agree):
    t = np.arange(500)
    for mult in (1, 2, 3):
        ours = [cosine_annealing_warm_restarts(s, 0.1, 5, mult) for s in t]
        unit, against = "sgdr", "one call for all"
        agree(
            unit,
            ours,
            cosine_annealing_warm_restarts(t, 0.1, 5, mult),
            1e-15,
            against=against,
        )
