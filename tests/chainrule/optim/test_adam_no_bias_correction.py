import pytest
import torch
from helpers.courses import walk

from chainrule.optim import AdamNoBiasCorrection

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "betas": (0.5, 0.7), "eps": 0.1},
]
UNIT = "adam-without-bias-correction"


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_long_after_the_start(agree, options):
    """torch's Adam whose clock already shows 10^9: both corrections are 1."""

    def late(params, **options):
        optimizer = torch.optim.Adam(params, **options)
        for p in params:
            moments = (torch.zeros_like(p), torch.zeros_like(p))
            names = ("exp_avg", "exp_avg_sq")
            optimizer.state[p] = dict(zip(names, moments, strict=True))
            optimizer.state[p]["step"] = torch.tensor(1e9, dtype=torch.float64)
        return optimizer

    ours = walk(AdamNoBiasCorrection, **options)
    agree(UNIT, ours, walk(late, **options), 1e-12, against="torch.optim.Adam(t → ∞)")


def test_first_step_is_too_long(agree):
    """(1 - beta1) / sqrt(1 - beta2) = 3.16 times the rate, by default."""
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    w.grad = torch.tensor([1.0, -2.0], dtype=torch.float64)
    AdamNoBiasCorrection([w], lr=0.01, eps=0).step()
    step = 0.01 * 0.1 / 0.001**0.5
    agree(UNIT, w, [-step, step], 1e-15, against="closed form")
