import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import Nesterov, TorchNesterov

OPTIONS = [
    {"lr": 0.01, "momentum": 0.9},
    {"lr": 0.02, "momentum": 0.5},
    {"lr": 0.01, "momentum": 0.7, "weight_decay": 0.3},
]


def schedule(optimizer, step):
    for group in optimizer.param_groups:
        group["lr"] = 0.002 * (1 + step % 7)  # faster, it would burst
        group["momentum"] = 0.9 if step % 20 < 10 else 0.4


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("change", [None, schedule], ids=["constant", "changing"])
def test_is_torch(agree, options, fused, change):
    given = options | ({"change": change} if change else {})
    oracle = walk(torch.optim.SGD, nesterov=True, fused=False, **given)
    ours, against = walk(TorchNesterov, fused=fused, **given), "SGD(nesterov=True)"
    agree(
        "nesterov-no-copy-form", ours, oracle, 1e-12, against=f"torch.optim.{against}"
    )


def test_is_nesterov_while_the_rate_is_constant(agree):
    ours, oracle = walk(TorchNesterov, lr=0.02), walk(Nesterov, lr=0.02)
    against = "chainrule.optim.Nesterov"
    agree("nesterov-no-copy-form", ours, oracle, 1e-12, against=against)


@pytest.mark.equation("eq:torch-nesterov")
@pytest.mark.parametrize("fused", [None, False])
def test_is_what_the_page_prints(agree, equation, fused):
    symbols = {"w_{t-1}": "w", r"\eta_t": "lr", "g_t": "g", r"\mu": "mu", "b_t": "b"}
    printed = equation("eq:torch-nesterov", "w_t", symbols)
    rng = np.random.default_rng(0)
    w = torch.tensor(rng.normal(size=4)).requires_grad_()
    optimizer, b = TorchNesterov([w], momentum=0.7, fused=fused), np.zeros(4)
    for _ in range(6):
        before, g, lr = w.detach().numpy().copy(), rng.normal(size=4), rng.random()
        optimizer.param_groups[0]["lr"] = lr
        w.grad, b = torch.tensor(g), 0.7 * b + g
        optimizer.step()
        oracle = printed(w=before, lr=lr, g=g, mu=0.7, b=b)
        agree(
            "nesterov-no-copy-form",
            w,
            oracle,
            1e-14,
            against="printed equation (21.20)",
        )
