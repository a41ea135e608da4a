import numpy as np
import pytest

from chainrule.scratch.optim import gradient_noise


def test_by_hand(agree):
    """variance 1 and gamma 2: the deviation is 1/(1 + t)."""
    g, z = np.array([1.0, -2.0]), np.array([0.5, 4.0])
    ours = [gradient_noise(g, z, t, variance=1.0, gamma=2.0) for t in (0, 1, 3)]
    oracle = [[1.5, 2.0], [1.25, 0.0], [1.125, -1.0]]
    agree("gradient-noise", np.array(ours), oracle, 1e-15, against="by hand")


@pytest.mark.parametrize("variance", [0.01, 0.3, 1.0])
def test_gamma_is_the_papers(agree, variance):
    """Where 1 + t = 2^20, the variance is 2^11 times smaller."""
    ours = gradient_noise(np.zeros(1), np.ones(1), 2**20 - 1, variance)
    oracle = [(variance / 2**11) ** 0.5]
    agree("gradient-noise", ours, oracle, 1e-15, against="closed form")


def test_float32_stays_and_nothing_is_written():
    g, z = np.ones((2, 3), np.float32)
    before = g.copy(), z.copy()
    assert gradient_noise(g, z, 4).dtype == np.float32
    assert all(map(np.array_equal, before, (g, z)))
