import numpy as np
import pytest
from helpers.courses import keeps_float32

from chainrule.scratch.optim import lars

OPTIONS = [
    {},
    {"lr": 3.0, "weight_decay": 0.3, "trust_coefficient": 0.02},
    {"lr": 0.5, "momentum": 0.5, "trust_coefficient": 0.1},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_the_algorithm_of_the_paper(agree, options):
    """Algorithm 1, in its symbols: γ, m, β, η and v, which is minus our movement."""
    gamma, mu = options.get("lr", 1.0), options.get("momentum", 0.9)
    beta = options.get("weight_decay", 0.0)
    eta = options.get("trust_coefficient", 1e-3)
    rng = np.random.default_rng(0)
    w = x = rng.normal(size=(3, 4))
    m, v = np.zeros((3, 4)), np.zeros((3, 4))
    for _ in range(40):
        g = rng.normal(size=(3, 4)) * 10.0 ** rng.integers(-3, 3)
        w, m = lars(w, g, m, **options)
        norms = np.linalg.norm(x), np.linalg.norm(g)
        local = eta * norms[0] / (norms[1] + beta * norms[0])
        v = mu * v + gamma * local * (g + beta * x)
        x = x - v
        agree("large-batch-methods", w, x, 1e-12, against="Algorithm 1 of the paper")
    agree("large-batch-methods", m, -v, 1e-12, against="Algorithm 1 of the paper")


def test_one_step_by_hand(agree):
    """r = 0.5 * 5 / (8 + 0.4 * 5) = 0.25; m = 0.5 * 4 - 2 * 0.25 * (8 + 0.4 * 3)."""
    w, m = lars(
        np.array([3.0, 4.0]),
        np.array([8.0, 0.0]),
        np.array([4.0, 0.0]),
        lr=2.0,
        momentum=0.5,
        weight_decay=0.4,
        trust_coefficient=0.5,
    )
    agree("large-batch-methods", m, [-2.6, -0.8], 1e-15, against="by hand")
    agree("large-batch-methods", w, [0.4, 3.2], 1e-15, against="by hand")


def test_zeros():
    zero, one = np.zeros(2), np.ones(2)
    assert np.array_equal(lars(zero, one, zero, lr=0.5)[0], [-0.5, -0.5])
    assert np.array_equal(lars(one, zero, zero)[0], one)
    assert np.array_equal(lars(zero, zero, zero, weight_decay=0.1)[0], zero)


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(lars, 3)
