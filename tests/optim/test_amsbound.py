import pytest
import torch

from chainrule.optim import AdaBound, AMSBound
from chainrule.scratch.optim import amsbound as twin

OPTIONS = [
    {},
    {"lr": 0.03, "final_lr": 0.02, "gamma": 0.1, "eps": 1e-3},
    {"lr": 0.02, "betas": (0.5, 0.7), "final_lr": 0.01, "gamma": 1.0, "eps": 0.1},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_the_numpy_twin(agree, walk, twin_walk, options):
    oracle = twin_walk(twin, 3, clock=True, **options)
    against = "chainrule.scratch.optim.amsbound"
    agree("adabound", walk(AMSBound, **options), oracle, 1e-12, against=against)


@pytest.mark.parametrize("options", [{}, {"lr": 0.03, "betas": (0.5, 0.7), "eps": 0.1}])
def test_without_bounds_it_is_amsgrad(agree, walk, options):
    oracle = walk(torch.optim.Adam, amsgrad=True, **options)
    ours = walk(AMSBound, gamma=0, final_lr=1e-6, **options)
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.Adam(amsgrad=True)")


def test_closed_bounds_leave_momentum(agree, walk):
    oracle = walk(torch.optim.SGD, lr=0.002, momentum=0.9)
    ours = walk(AMSBound, final_lr=0.02, gamma=1e30)
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.SGD(momentum=…)")


@pytest.mark.parametrize("falling", [False, True])
def test_is_adabound_while_v_grows(falling):
    """The maximum tells them apart only when a gradient is smaller than before."""
    ends = []
    for optimizer_class in (AdaBound, AMSBound):
        w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
        optimizer = optimizer_class([w], lr=0.1, betas=(0.5, 0.5))
        for t in range(1, 9):
            w.grad = torch.full_like(w, 2.0**-t if falling else 2.0**t)
            optimizer.step()
        ends.append(w.item())
    assert (ends[0] == ends[1]) is not falling
