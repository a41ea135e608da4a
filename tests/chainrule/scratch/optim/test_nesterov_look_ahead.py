import numpy as np
import pytest
import torch
from helpers import courses
from helpers.courses import slope

from chainrule.scratch.optim import nesterov_look_ahead


@pytest.mark.parametrize("mu", [0.0, 0.5, 0.9])
def test_is_torch_at_the_look_ahead_point(agree, mu):
    theta, m = np.linspace(-1, 1, 7), 0.0
    w = torch.tensor(theta, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.02, momentum=mu, nesterov=mu > 0)
    for _ in courses.drive(optimizer, courses.curved, range(50)):
        theta, m = nesterov_look_ahead(slope, theta, m, lr=0.02, momentum=mu)
        ours = theta + mu * m
        against = "torch.optim.SGD(nesterov=True)"
        agree("nesterov-momentum", ours, w, 1e-12, against=against)


def test_one_step_by_hand(agree):
    """Ahead lies 0 + 0.5 * 2 = 1, there the slope is 4, so m = 1 - 0.25 * 4."""
    ours = nesterov_look_ahead(lambda w: 4 * w, 0.0, 2.0, lr=0.25, momentum=0.5)
    agree("nesterov-momentum", ours, [0.0, 0.0], 0.0, against="by hand")


@pytest.mark.equation("eq:nesterov-movement")
def test_is_what_the_page_prints(agree, equation):
    grad = r"\nabla L(\theta_{t-1} + \mu m_{t-1})"
    symbols = {r"\mu": "mu", "m_{t-1}": "m", r"\eta": "lr", grad: "g"}
    printed = equation("eq:nesterov-movement", "m_t", symbols)
    theta, m = np.linspace(-1, 1, 7), np.linspace(0.3, -0.2, 7)
    _, ours = nesterov_look_ahead(slope, theta, m, lr=0.03, momentum=0.7)
    oracle = printed(mu=0.7, m=m, lr=0.03, g=slope(theta + 0.7 * m))
    agree("nesterov-momentum", ours, oracle, 1e-15, against="printed equation (21.14)")


def test_float32_stays_and_nothing_is_written():
    given = [np.full(3, x, dtype=np.float32) for x in (0.5, -0.25)]
    before = [x.copy() for x in given]
    made = nesterov_look_ahead(lambda w: 4 * w**3, *given)
    assert all(x.dtype == np.float32 for x in made)
    assert all(map(np.array_equal, given, before))
