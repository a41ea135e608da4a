import numpy as np

from chainrule.scratch.optim.lr_scheduler import one_cycle_lr


def test_by_hand(agree):
    given = {"total_steps": 11, "div_factor": 5, "final_div_factor": 4}
    given |= {"pct_start": 5 / 11}
    t = np.array([0, 1, 2, 4, 7, 10])
    ours = one_cycle_lr(t, 1.0, anneal_strategy="linear", **given)
    oracle = [0.2, 0.4, 0.6, 1, 0.525, 0.05]
    agree("one-cycle-lr", ours, oracle, 1e-14, against="by hand")
    ours = one_cycle_lr(t, 1.0, **given)
    low = (1 - 0.5**0.5) / 2
    oracle = [0.2, 0.2 + 0.8 * low, 0.6, 1, 0.525, 0.05]
    agree("one-cycle-lr", ours, oracle, 1e-14, against="by hand")
    given["pct_start"] = 4 / 11
    shape = {"anneal_strategy": "linear", "three_phase": True}
    ours = one_cycle_lr(np.array([0, 3, 6, 8, 10]), 1.0, **shape, **given)
    oracle = [0.2, 1, 0.2, 0.125, 0.05]
    agree("one-cycle-lr", ours, oracle, 1e-14, against="by hand")
