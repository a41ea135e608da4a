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
MOMENTA = [
    {},
    {"cycle_momentum": False},
    {"base_momentum": 0.5, "max_momentum": 0.95},
    {"base_momentum": [0.5, 0.6], "max_momentum": [0.7, 0.95]},
]


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("bounds", [(0.01, 0.3), ([0.01, 0.02], [0.3, 0.5])])
@pytest.mark.parametrize("momenta", MOMENTA)
@pytest.mark.parametrize("optimizer_class", [torch.optim.SGD, torch.optim.Adam])
def test_is_torch(agree, rates, given, bounds, momenta, optimizer_class):
    def make(cls):
        return lambda optimizer: cls(optimizer, *bounds, **given, **momenta)

    kind = {"optimizer_class": optimizer_class, "steps": 250}  # two cycles, or six
    oracle = rates(make(torch.optim.lr_scheduler.CyclicLR), **kind)
    ours = rates(make(CyclicLR), **kind)
    against = "torch.optim.lr_scheduler.CyclicLR"
    agree("cyclical-lr", ours, oracle, 1e-12, against=against)
    moved = len(torch.unique(ours[1])) > 1
    assert moved == momenta.get("cycle_momentum", True)


def test_what_it_cannot_do_is_said():
    theta = [torch.zeros(1, requires_grad=True)]
    plain = torch.optim.Adagrad(theta)
    with pytest.raises(ValueError, match="Adagrad has neither momentum nor betas"):
        CyclicLR(plain, 0.1, 0.2)
    CyclicLR(plain, 0.1, 0.2, cycle_momentum=False)
    CyclicLR(plain, 0.1, 0.2, 9, 9, "triangular", 1.0, None, "cycle", False)
    with pytest.raises(TypeError, match="CyclicLR: scale_fn must be a number or None"):
        CyclicLR(plain, 0.1, 0.2, scale_fn=abs, cycle_momentum=False)


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
