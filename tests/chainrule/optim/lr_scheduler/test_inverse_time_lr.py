import numpy as np
import pytest
import torch

from chainrule.optim.lr_scheduler import InverseTimeLR


def test_is_torchs_lambda(agree, rates):
    def theirs(optimizer):
        return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: 7 / (7 + t))

    ours = rates(lambda optimizer: InverseTimeLR(optimizer, 7))
    agree("inverse-time-decay", ours, rates(theirs), 1e-12, against="LambdaLR")


def test_a_is_not_the_initial_rate():
    """Note C calls a the initial rate; it is a / b, and b halves it."""
    w = torch.zeros(1)
    schedule = InverseTimeLR(torch.optim.SGD([w], lr=0.1), b=50)
    a = 0.1 * 50
    assert schedule.rate(0, 0.1) == 0.1 == a / 50
    assert schedule.rate(50, 0.1) == pytest.approx(0.05)


def test_b_does_not_delay_the_fall():
    """Note C: b says when the decay begins. It begins at once, steepest of all."""
    for b in (5, 500):
        schedule = InverseTimeLR(torch.optim.SGD([torch.zeros(1)], lr=0.1), b=b)
        falls = -np.diff([schedule.rate(t, 0.1) for t in range(5 * b)])
        assert falls.argmax() == 0
        assert falls[0] == pytest.approx(0.1 / (b + 1))


def test_a_falling_rate_takes_the_burst_away():
    """Steps over the root mean square of all gradients, as in the figure."""
    x = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
    t = [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591]
    A = np.column_stack([np.ones(10), x])
    best = np.linalg.lstsq(A, np.array(t, float), rcond=None)[0]

    def largest_gap(rate):
        theta, squares, gaps = np.array([-120.0, -4.0]), 0.0, []
        for step in range(1000):
            g = 2 * A.T @ (A @ theta - t)
            squares = squares + g**2
            theta = theta - rate(step) * g / np.sqrt(squares / (step + 1))
            gaps.append(abs(theta[1] - best[1]))
        return max(gaps[100:])

    schedule = InverseTimeLR(torch.optim.SGD([torch.zeros(1)], lr=1.0), b=100)
    assert largest_gap(lambda step: 1.0) > 2.5
    assert largest_gap(lambda step: schedule.rate(step, 1.0)) < 0.25


def test_step_over_rms_grows_with_the_root_of_t():
    """Note A: σ falls like 1/t. After one large gradient it falls like 1/√t."""
    g = np.array([1.0] + [0.0] * 399)
    sigma = np.sqrt(np.cumsum(g**2) / np.arange(1, 401))
    assert sigma[399] / sigma[99] == pytest.approx(0.5)
