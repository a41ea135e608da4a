import pytest
import torch
from helpers.courses import walk

from chainrule.optim import Adam, AdamW

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3, "weight_decay": 0.3},
    {"lr": 0.02, "betas": (0.5, 0.7), "eps": 0.1},
    {"lr": 0.01, "weight_decay": 0.0},
]


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options, fused):
    ours = walk(AdamW, fused=fused, **options)
    oracle = walk(torch.optim.AdamW, **options)
    agree("adamw", ours, oracle, 1e-12, against="torch.optim.AdamW")


def test_without_decay_it_is_adam(agree):
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


@pytest.mark.equation("eq:adamw-step")
@pytest.mark.parametrize("fused", [None, False])
def test_is_what_the_page_prints(agree, equation, fused):
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps"}
    symbols |= {r"\hat m_t": "m_hat", r"\hat v_t": "v_hat", r"\lambda": "decay"}
    printed = equation("eq:adamw-step", r"\theta_t", symbols)
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    given = {"lr": 0.1, "eps": 1e-2}
    own = {"betas": (0.8, 0.7), "weight_decay": 0.3, "fused": fused}
    optimizer = AdamW([w], **own, **given)
    for t in range(1, 9):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state = optimizer.state[w]
        m_hat = state["m"].numpy() / (1 - 0.8**t)
        v_hat = state["v"].numpy() / (1 - 0.7**t)
        oracle = printed(w=before, m_hat=m_hat, v_hat=v_hat, decay=0.3, **given)
        agree("adamw", w, oracle, 1e-14, against="printed equation (25.7)")


@pytest.mark.equation("eq:l2-gradient")
@pytest.mark.parametrize("optimizer_class", [Adam, torch.optim.Adam, torch.optim.SGD])
def test_coupled_decay_is_a_part_of_the_gradient(agree, equation, optimizer_class):
    """Notes A and D: an L2 penalty; it enters both moments of Adam."""
    symbols = {r"\lambda": "decay", r"\theta_{t-1}": "w", r"\nabla L_t": "slope"}
    printed = equation("eq:l2-gradient", "g_t", symbols)
    ends = []
    for coupled in (True, False):
        torch.manual_seed(0)
        w = torch.randn(5, dtype=torch.float64, requires_grad=True)
        optimizer = optimizer_class([w], lr=0.1, weight_decay=0.3 * coupled)
        for _ in range(8):
            slope = torch.randn_like(w)
            by_hand = printed(decay=0.3, w=w.detach().numpy(), slope=slope.numpy())
            w.grad = slope if coupled else torch.tensor(by_hand)
            optimizer.step()
        ends.append(w.detach())
    agree("l2-versus-weight-decay", *ends, 1e-14, against="printed equation (25.8)")


@pytest.mark.equation("eq:l2-shrink")
@pytest.mark.parametrize("size", [0.1, 1.0, 10.0])
def test_what_adam_leaves_of_coupled_decay(agree, equation, size):
    """A weight on noise of this size shrinks as printed, AdamW's by lr * decay."""
    symbols = {r"\eta": "lr", r"\lambda": "decay", r"\sigma": "size"}
    symbols |= {r"\theta_{t-1}": "w"}
    printed = equation("eq:l2-shrink", "s_t", symbols)
    w, exact = torch.ones(4000, requires_grad=True), 1.0
    decoupled = torch.ones(4000, requires_grad=True)
    given = {"lr": 1e-3, "weight_decay": 0.1}
    pair = Adam([w], **given), AdamW([decoupled], **given)
    generator = torch.Generator().manual_seed(0)
    for _ in range(1000):
        w.grad = decoupled.grad = size * torch.randn(4000, generator=generator)
        for optimizer in pair:
            optimizer.step()
        exact *= 1 - printed(lr=1e-3, decay=0.1, size=size, w=exact)
    tol = 0.05 if size < 1 else 4e-3
    unit, against = "l2-versus-weight-decay", "printed equation (25.9)"
    agree(unit, [w.mean().item()], [exact], tol, against=against)
    assert decoupled.mean().item() == pytest.approx((1 - 1e-4) ** 1000, abs=2e-3)
