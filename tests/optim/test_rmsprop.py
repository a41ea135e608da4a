import pytest
import torch

from chainrule.optim import RMSprop
from chainrule.scratch.optim import rmsprop as twin

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "alpha": 0.9, "eps": 0.1},
    {"alpha": 0.5, "weight_decay": 0.3},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, walk, options):
    ours, oracle = walk(RMSprop, **options), walk(torch.optim.RMSprop, **options)
    agree("rmsprop", ours, oracle, 1e-12, against="torch.optim.RMSprop")


@pytest.mark.parametrize("options", OPTIONS[:3])
def test_is_the_numpy_twin(agree, walk, twin_walk, options):
    against = "chainrule.scratch.optim.rmsprop"
    oracle = twin_walk(twin, 1, **options)
    agree("rmsprop", walk(RMSprop, **options), oracle, 1e-12, against=against)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_first_step_is_long_and_knows_no_scale(agree, scale):
    """From v = 0: |w - w_0| = lr / sqrt(1 - alpha), ten times lr by default."""
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    w.grad = scale * torch.tensor([1.0, -2.0], dtype=torch.float64)
    RMSprop([w], lr=0.01, eps=0).step()
    agree("rmsprop", w, [-0.1, 0.1], 1e-14, against="closed form")
