import pytest
import torch
from helpers.courses import walk

from chainrule.optim import NAdamConstant

OPTIONS = [
    {},
    {"lr": 0.01, "eps": 1e-3},
    {"lr": 0.01, "betas": (0.5, 0.7), "eps": 0.1},
    {"lr": 0.01, "betas": (0.0, 0.9), "eps": 0.3},
]


@pytest.fixture(autouse=True)
def double():
    """torch keeps its product of all μ in float32, unless this is set."""
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_at_the_end_of_its_schedule(agree, options):
    """With 0.96^(huge) = 0, its μ is beta1 from the first step on."""
    oracle = walk(torch.optim.NAdam, momentum_decay=1e9, **options)
    against = "torch.optim.NAdam(momentum_decay → ∞)"
    agree("nadam", walk(NAdamConstant, **options), oracle, 1e-12, against=against)


def test_without_momentum_it_is_adam(agree):
    given = {"lr": 0.01, "betas": (0.0, 0.99)}
    ours, oracle = walk(NAdamConstant, **given), walk(torch.optim.Adam, **given)
    agree("nadam", ours, oracle, 1e-12, against="torch.optim.Adam(betas=(0, …))")


def test_first_step(agree):
    """β₁(1-β₁)/(1-β₁²) + 1 = β₁/(1+β₁) + 1 times the rate: longer than Adam's."""
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    w.grad = torch.tensor([1.0, -2.0], dtype=torch.float64)
    NAdamConstant([w], lr=0.01, eps=0).step()
    step = 0.01 * (0.9 / 1.9 + 1)
    agree("nadam", w, [-step, step], 1e-15, against="closed form")


@pytest.mark.equation("eq:nadam-constant")
def test_is_what_the_page_prints(agree, equation):
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\hat v_t": "v_hat", "t": "t"}
    symbols |= {r"\epsilon": "eps", "m_t": "m", "g_t": "g", r"\beta_1": "beta1"}
    printed = equation("eq:nadam-constant", r"\theta_t", symbols)
    torch.manual_seed(0)
    w = torch.randn(5, requires_grad=True)
    given = {"lr": 0.1, "eps": 1e-2}
    optimizer = NAdamConstant([w], betas=(0.8, 0.7), **given)
    for t in range(1, 9):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state, g = optimizer.state[w], w.grad.numpy()
        moments = {"m": state["m"].numpy(), "v_hat": state["v"].numpy() / (1 - 0.7**t)}
        oracle = printed(w=before, g=g, beta1=0.8, t=t, **moments, **given)
        agree("nadam", w, oracle, 1e-14, against="printed equation (25.2)")
