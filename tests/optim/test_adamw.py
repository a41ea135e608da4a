import pytest
import torch

from chainrule.optim import Adam, AdamW
from chainrule.scratch.optim import adamw as twin

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3, "weight_decay": 0.3},
    {"lr": 0.02, "betas": (0.5, 0.7), "eps": 0.1},
    {"lr": 0.01, "weight_decay": 0.0},
]


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, walk, options, fused):
    ours = walk(AdamW, fused=fused, **options)
    oracle = walk(torch.optim.AdamW, **options)
    agree("adamw", ours, oracle, 1e-12, against="torch.optim.AdamW")


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS)
def test_is_the_numpy_twin(agree, walk, twin_walk, options, fused):
    oracle = twin_walk(twin, 2, clock=True, **options)
    ours = walk(AdamW, fused=fused, **options)
    agree("adamw", ours, oracle, 1e-12, against="chainrule.scratch.optim.adamw")


def test_without_decay_it_is_adam(agree, walk):
    ours, oracle = walk(AdamW, weight_decay=0), walk(Adam)
    agree("adamw", ours, oracle, 1e-15, against="chainrule.optim.Adam")


def test_decay_is_not_divided_by_the_root(agree):
    """Where the gradient is zero, AdamW shrinks w by lr * weight_decay; L2 does not."""
    w = torch.ones(2, dtype=torch.float64, requires_grad=True)
    w.grad = torch.zeros_like(w)
    AdamW([w], lr=0.1, weight_decay=0.5).step()
    agree("l2-versus-weight-decay", w, [0.95, 0.95], 1e-15, against="closed form")
    coupled = torch.ones(2, dtype=torch.float64, requires_grad=True)
    coupled.grad = torch.zeros_like(coupled)
    Adam([coupled], lr=0.1, weight_decay=0.5).step()
    agree("l2-versus-weight-decay", coupled, [0.9, 0.9], 1e-7, against="closed form")
