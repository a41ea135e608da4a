from functools import partial

import numpy as np
import pytest

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


@pytest.mark.equation("eq:one-cycle")
def test_each_phase_is_what_the_page_prints(agree, equation):
    symbols = {"r_1": "r1", "r_2": "r2", "u": "u", r"\pi": "pi"}
    printed = partial(equation("eq:one-cycle", r"\eta_t", symbols), pi=np.pi)
    t, given = np.arange(100), {"pct_start": 0.3, "div_factor": 5}
    phases = np.piecewise(
        t.astype(float),
        [t <= 29, t > 29],
        [
            lambda t: printed(r1=0.08, r2=0.4, u=t / 29),
            lambda t: printed(r1=0.4, r2=0.02, u=(t - 29) / 70),
        ],
    )
    ours = one_cycle_lr(t, 0.4, 100, final_div_factor=4, **given)
    agree("one-cycle-lr", ours, phases, 1e-14, against="printed equation (26.17)")
