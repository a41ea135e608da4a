import pytest
import torch

from chainrule.optim import AMSGrad
from chainrule.scratch.optim import amsgrad as twin

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "betas": (0.5, 0.7), "eps": 0.1},
    {"lr": 0.01, "betas": (0.0, 0.9), "eps": 1e-3},
    {"lr": 0.01, "weight_decay": 0.3, "maximize": False},
]


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, walk, options, fused):
    oracle = walk(torch.optim.Adam, amsgrad=True, **options)
    ours = walk(AMSGrad, fused=fused, **options)
    agree("amsgrad", ours, oracle, 1e-12, against="torch.optim.Adam(amsgrad=True)")


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS[:4])
def test_is_the_numpy_twin(agree, walk, twin_walk, options, fused):
    oracle = twin_walk(twin, 3, clock=True, **options)
    ours = walk(AMSGrad, fused=fused, **options)
    agree("amsgrad", ours, oracle, 1e-12, against="chainrule.scratch.optim.amsgrad")


def test_a_large_gradient_is_not_forgotten(agree):
    """After one gradient of 100, steps of gradient 1 stay small for good."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = AMSGrad([w], lr=1.0, betas=(0.0, 0.9), eps=0)
    for g in [100.0] + [1.0] * 200:
        w.grad = torch.full_like(w, g)
        before = w.item()
        optimizer.step()
    # v_max = 0.1 * 100², and 1 / sqrt(v_max) is all that is left of the rate.
    step, exact = before - w.item(), 1 / (0.1 * 100**2) ** 0.5
    agree("amsgrad", [step], [exact], 1e-10, against="closed form")


def test_the_maximum_is_over_v_and_corrected_afterwards():
    """The other order, max over the corrected v, would keep v̂ = 1 of step one."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = AMSGrad([w], lr=1.0, betas=(0.0, 0.5), eps=0)
    for g in (1.0, 0.5):
        w.grad = torch.full_like(w, g)
        before = w.item()
        optimizer.step()
    v_max = max(0.5, 0.5 * 0.5 + 0.5 * 0.25)
    assert before - w.item() == pytest.approx(0.5 / (v_max / 0.75) ** 0.5, rel=1e-14)
    assert before - w.item() != pytest.approx(0.5, rel=1e-2)
