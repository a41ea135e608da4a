import math

import pytest
import torch

from chainrule.optim.lr_scheduler import CyclicLR

GIVEN = [
    {"step_size_up": 50},
    {"step_size_up": 30, "step_size_down": 71},
    {"step_size_up": 40, "mode": "triangular2"},
    {"step_size_up": 40, "step_size_down": 11, "mode": "exp_range", "gamma": 0.99},
]


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("bounds", [(0.01, 0.3), ([0.01, 0.02], [0.3, 0.5])])
def test_is_torch(agree, rates, given, bounds):
    def theirs(optimizer):
        return torch.optim.lr_scheduler.CyclicLR(
            optimizer, *bounds, cycle_momentum=False, **given
        )

    ours = rates(lambda optimizer: CyclicLR(optimizer, *bounds, **given))
    against = "torch.optim.lr_scheduler.CyclicLR"
    agree("cyclical-lr", ours, rates(theirs), 1e-12, against=against)


@pytest.mark.equation("eq:cyclical", by="the lines of code that the paper prints")
@pytest.mark.parametrize("stepsize", [1, 7, 2000])
def test_is_the_code_of_the_paper(agree, stepsize):
    def paper(t, low, high):
        cycle = math.floor(1 + t / (2 * stepsize))
        x = abs(t / stepsize - 2 * cycle + 1)
        return low + (high - low) * max(0, 1 - x)

    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    schedule = CyclicLR(optimizer, 0.1, 0.6, step_size_up=stepsize)
    steps = range(0, 9 * stepsize, max(1, stepsize // 5))
    ours = [schedule.rate(t, (0.1, 0.6)) for t in steps]
    oracle = [paper(t, 0.1, 0.6) for t in steps]
    agree("cyclical-lr", ours, oracle, 1e-12, against="the paper's lines")
