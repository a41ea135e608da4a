import numpy as np
import pytest
from helpers.courses import keeps_float32

from chainrule.scratch.optim import amsgrad_paper


@pytest.mark.parametrize(("v_max", "root"), [(16.0, 4.0), (1.0, 2.0)])
def test_one_step_by_hand(agree, v_max, root):
    """m = 1, and v = 4 is larger than the largest v so far, or it is not."""
    given = {"lr": 2.0, "betas": (0.5, 0.5), "eps": 1.0}
    ours = amsgrad_paper(np.array(1.0), 2.0, 0.0, 4.0, v_max, **given)
    by_hand = [1 - 2 / (root + 1), 1.0, 4.0, max(4.0, v_max)]
    agree("amsgrad", ours, by_hand, 1e-15, against="by hand")


def adam_of_the_example(amsgrad, steps=30_000):
    """Mean of x on [-1, 1] for f(x) = 1010 x every 101st time and -10 x otherwise.

    Reddi et al. (2018), section 5, with their rate of α / √t, β₁ = 0.9, β₂ = 0.99.
    """
    x, m, v, v_max, late = 0.0, 0.0, 0.0, 0.0, []
    for t in range(1, steps + 1):
        g = 1010.0 if t % 101 == 1 else -10.0
        kept = v_max if amsgrad else 0.0
        x, m, v, v_max = amsgrad_paper(
            x, g, m, v, kept, lr=0.5 / t**0.5, betas=(0.9, 0.99), eps=0.0
        )
        x = min(max(x, -1.0), 1.0)
        late += [x] * (t > steps - 1010)
    return np.mean(late)


def test_counterexample_of_the_paper():
    """The best x is -1: Adam without correction goes to 1, AMSGrad to -1."""
    assert adam_of_the_example(amsgrad=False) > 0.9
    assert adam_of_the_example(amsgrad=True) < -0.5


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(amsgrad_paper, 5)
