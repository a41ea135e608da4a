import pytest
import torch
from helpers.courses import walk

from chainrule.optim import AMSGradPaper

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "betas": (0.5, 0.7), "eps": 0.1},
    {"lr": 0.03, "betas": (0.0, 0.9), "eps": 1e-3},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_long_after_the_start(agree, options):
    """torch's AMSGrad whose clock already shows 10^9: both corrections are 1."""

    def late(params, **options):
        optimizer = torch.optim.Adam(params, amsgrad=True, **options)
        for p in params:
            names = ("exp_avg", "exp_avg_sq", "max_exp_avg_sq")
            optimizer.state[p] = {name: torch.zeros_like(p) for name in names}
            optimizer.state[p]["step"] = torch.tensor(1e9, dtype=torch.float64)
        return optimizer

    oracle = walk(late, **options)
    against = "torch.optim.Adam(amsgrad=True, t → ∞)"
    agree("amsgrad", walk(AMSGradPaper, **options), oracle, 1e-12, against=against)


def test_first_step_is_not_corrected(agree):
    """(1 - beta1) / sqrt(1 - beta2) times the rate, where torch takes the rate."""
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    w.grad = torch.tensor([1.0, -2.0], dtype=torch.float64)
    AMSGradPaper([w], lr=0.01, eps=0).step()
    step = 0.01 * 0.1 / 0.001**0.5
    agree("amsgrad", w, [-step, step], 1e-15, against="closed form")


@pytest.mark.equation("eq:amsgrad-paper")
def test_is_what_the_page_prints(agree, equation):
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps"}
    symbols |= {"m_t": "m", r"\bar v_t": "v_max"}
    printed = equation("eq:amsgrad-paper", r"\theta_t", symbols)
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    optimizer = AMSGradPaper([w], lr=0.1, betas=(0.8, 0.7), eps=1e-2)
    for _ in range(8):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state = {k: optimizer.state[w][k].numpy() for k in ("m", "v_max")}
        oracle = printed(w=before, lr=0.1, eps=1e-2, **state)
        agree("amsgrad", w, oracle, 1e-14, against="printed equation (24.12)")
