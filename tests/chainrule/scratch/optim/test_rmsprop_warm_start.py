import numpy as np
import pytest
from helpers.courses import keeps_float32

from chainrule.scratch.optim import rmsprop_warm_start


@pytest.mark.parametrize(("t", "v"), [(1, 4.0), (2, 4.0)])
def test_one_step_by_hand(agree, t, v):
    """Both v are 4: the first is g², the second 0.75 * 4 + 0.25 * 4."""
    before = 100.0 if t == 1 else 4.0  # what stands there before is not used
    ours = rmsprop_warm_start(np.array(1.0), 2.0, before, t, 1.25, 0.75, 0.5)
    agree("rmsprop", ours, [0.0, v], 0.0, against="by hand")


def test_is_the_sum_with_its_first_weight_enlarged(agree):
    """v = α^(t-1) g_1² + (1 - α) Σ α^(t-i) g_i² over the later gradients."""
    rng, alpha = np.random.default_rng(0), 0.8
    gradients, v = rng.normal(size=(9, 3)), np.zeros(3)
    for t, g in enumerate(gradients, start=1):
        _, v = rmsprop_warm_start(np.zeros(3), g, v, t, alpha=alpha)
    weights = (1 - alpha) * alpha ** np.arange(8, -1, -1.0)
    weights[0] = alpha**8
    assert weights.sum() == pytest.approx(1)
    agree("rmsprop", v, weights @ gradients**2, 1e-14, against="closed form")


@pytest.mark.parametrize("t", [1, 2])
def test_float32_stays_and_nothing_is_written(t):
    assert keeps_float32(rmsprop_warm_start, 3, t)
