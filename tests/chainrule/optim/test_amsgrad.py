import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import AMSGrad
from chainrule.scratch.optim import adam
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
def test_is_torch(agree, options, fused):
    oracle = walk(torch.optim.Adam, amsgrad=True, **options)
    ours = walk(AMSGrad, fused=fused, **options)
    agree("amsgrad", ours, oracle, 1e-12, against="torch.optim.Adam(amsgrad=True)")


def test_a_large_gradient_is_not_forgotten(agree):
    """After one gradient of 100, steps of gradient 1 stay small for good."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = AMSGrad([w], lr=1.0, betas=(0.0, 0.9), eps=0)
    for g in [100.0] + [1.0] * 200:
        w.grad = torch.full_like(w, g)
        before = w.item()
        optimizer.step()
    # v_max = 0.1 * 100², and 1 / sqrt(v_max) is all that is left of the rate.
    step, exact = before - w.item(), ((1 - 0.9**201) / (0.1 * 100**2)) ** 0.5
    agree("amsgrad", [step], [exact], 1e-12, against="closed form")


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


@pytest.mark.equation("eq:amsgrad-max", "eq:amsgrad-step")
@pytest.mark.parametrize("fused", [None, False])
def test_is_what_the_page_prints(agree, equation, fused):
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    optimizer = AMSGrad([w], lr=0.1, betas=(0.8, 0.7), eps=1e-2, fused=fused)
    largest = {r"\bar v_{t-1}": "last", "v_t": "v"}
    maximum = equation("eq:amsgrad-max", r"\bar v_t", largest)
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps", "t": "t"}
    symbols |= {r"\beta_2": "beta2", r"\hat m_t": "m_hat", r"\bar v_t": "v_max"}
    printed = equation("eq:amsgrad-step", r"\theta_t", symbols)
    v_max = np.zeros(5)
    for t in range(1, 9):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state = optimizer.state[w]
        v_max = maximum(last=v_max, v=state["v"].numpy())
        agree("amsgrad", state["v_max"], v_max, 0, against="printed equation (24.10)")
        m_hat = state["m"].numpy() / (1 - 0.8**t)
        given = {"lr": 0.1, "eps": 1e-2, "beta2": 0.7, "t": t}
        oracle = printed(w=before, m_hat=m_hat, v_max=v_max, **given)
        agree("amsgrad", w, oracle, 1e-14, against="printed equation (24.11)")


def end_of_the_online_problem(function, buffers):
    """Of Reddi et al.: gradient 1010 at every 101st step, -10 else, w in [-1, 1]."""
    w, *kept = (0.0,) * (1 + buffers)
    for t in range(1, 20_001):
        g, lr = 1010.0 if t % 101 == 1 else -10.0, 0.5 / t**0.5
        w, *kept = function(w, g, *kept, t, lr=lr, betas=(0.9, 0.99))
        w = min(max(w, -1.0), 1.0)
    return w


def test_the_counterexample_to_adam():
    assert end_of_the_online_problem(adam, 2) > 0.9
    assert end_of_the_online_problem(twin, 3) < -0.9
