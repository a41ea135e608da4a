import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import AdaBound, AMSBound


@pytest.mark.parametrize("options", [{}, {"lr": 0.03, "betas": (0.5, 0.7), "eps": 0.1}])
def test_without_bounds_it_is_amsgrad(agree, options):
    oracle = walk(torch.optim.Adam, amsgrad=True, **options)
    ours = walk(AMSBound, gamma=0, final_lr=1e-6, **options)
    agree("adabound", ours, oracle, 1e-12, against="torch.optim.Adam(amsgrad=True)")


def test_closed_bounds_leave_momentum(agree):
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


@pytest.mark.equation("eq:amsbound-clip")
def test_is_what_the_page_prints(agree, equation):
    symbols = {r"\eta": "lr", r"\beta_1": "beta1", r"\epsilon": "eps", "t": "t"}
    symbols |= {r"\bar v_t": "v_max", r"\beta_2": "beta2", "l_t": "low", "u_t": "high"}
    clipped = equation("eq:amsbound-clip", r"\eta_t", symbols)
    torch.manual_seed(0)
    w = torch.randn(9, dtype=torch.float64, requires_grad=True)
    given = {"lr": 0.1, "eps": 1e-2}
    own = {"final_lr": 0.2, "gamma": 0.3}
    optimizer = AMSBound([w], betas=(0.8, 0.7), **given, **own)
    seen = set()
    for t in range(1, 9):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state = {k: optimizer.state[w][k].numpy() for k in ("m", "v_max")}
        past = 0.3 * t
        bounds = {"low": 0.2 * past / (past + 1), "high": 0.2 * (past + 1) / past}
        rate = clipped(
            beta1=0.8, t=t, v_max=state["v_max"], beta2=0.7, **bounds, **given
        )
        seen |= {*np.sign(rate - bounds["low"]), *np.sign(rate - bounds["high"])}
        oracle = before - rate * state["m"]
        agree("adabound", w, oracle, 1e-14, against="printed equation (24.17)")
    assert seen == {-1, 0, 1}
