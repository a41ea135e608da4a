import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import RMSprop, RMSpropWarmStart

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "alpha": 0.9, "eps": 0.1},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_with_its_first_mean_square_written_in(agree, options):
    """Before torch's first step, v = g² is put where its own update keeps it."""

    def put_in(optimizer, *_):
        for group in optimizer.param_groups:
            for p in group["params"]:
                if p.grad is not None and not optimizer.state[p]:
                    fresh = {"step": torch.tensor(0.0), "square_avg": p.grad**2}
                    optimizer.state[p].update(fresh)

    def theirs(theta, **given):
        optimizer = torch.optim.RMSprop(theta, **given)
        optimizer.register_step_pre_hook(put_in)
        return optimizer

    ours, oracle = walk(RMSpropWarmStart, **options), walk(theirs, **options)
    agree("rmsprop", ours, oracle, 1e-12, against="torch.optim.RMSprop")


@pytest.mark.equation("eq:rmsprop-warm-start")
@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_first_step_is_the_rate(agree, equation, scale):
    printed = equation("eq:rmsprop-warm-start", "v_1", {"g_1": "g"})
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    w.grad = scale * torch.tensor([1.0, -2.0], dtype=torch.float64)
    optimizer = RMSpropWarmStart([w], lr=0.01, eps=0)
    optimizer.step()
    agree("rmsprop", w, [-0.01, 0.01], 1e-15, against="closed form")
    oracle = printed(g=w.grad.numpy())
    against = "printed equation (22.15)"
    agree("rmsprop", optimizer.state[w]["v"], oracle, 1e-15, against=against)


def test_the_start_is_forgotten(agree):
    """From the second gradient on the formula is RMSprop's."""
    gradients = torch.randn(
        3000, 1, generator=torch.Generator().manual_seed(0)
    ).double()
    last = []
    for optimizer_class in (RMSpropWarmStart, RMSprop):
        w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
        optimizer = optimizer_class([w], lr=0.01)
        for g in gradients:
            before = w.item()
            w.grad = g
            optimizer.step()
        last.append(w.item() - before)
    agree(
        "rmsprop", np.array(last[0]), last[1], 1e-12, against="chainrule.optim.RMSprop"
    )
