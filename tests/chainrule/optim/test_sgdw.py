import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import SGDW, Momentum

OPTIONS = [
    {},
    {"lr": 0.02, "momentum": 0.5, "weight_decay": 0.3},
    {"lr": 0.01, "momentum": 0.0, "weight_decay": 0.3},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_with_the_decay_done_before_each_step(agree, options):
    given = {"lr": 1e-3, "momentum": 0.9, "weight_decay": 1e-2, **options}
    decay = given.pop("weight_decay")

    def decoupled(params, **given):
        optimizer = torch.optim.SGD(params, **given)

        @torch.no_grad()
        def shrink(optimizer, *_):
            for p in params:
                if p.grad is not None:
                    p.mul_(1 - given["lr"] * decay)

        optimizer.register_step_pre_hook(shrink)
        return optimizer

    oracle = walk(decoupled, **given)
    against = "torch.optim.SGD(momentum=…), decay by hand"
    agree("adamw", walk(SGDW, **options), oracle, 1e-12, against=against)


def test_without_decay_it_is_momentum(agree):
    ours, oracle = walk(SGDW, lr=0.01, weight_decay=0), walk(Momentum, lr=0.01)
    agree("adamw", ours, oracle, 1e-15, against="chainrule.optim.Momentum")


def twenty_steps(optimizer_class, **options):
    """From (1, -2), with the gradients (3 w1, 0.01 w2)."""
    w = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=0.1, weight_decay=0.1, **options)
    for _ in range(20):
        w.grad = torch.tensor([3.0, 0.01], dtype=torch.float64) * w.detach()
        optimizer.step()
    return w


def test_is_l2_only_without_momentum(agree):
    """Notes A and D put penalty and decay on a level; they part with momentum."""
    unit, against = "l2-versus-weight-decay", "torch.optim.SGD(weight_decay=…)"
    plain = twenty_steps(SGDW, momentum=0.0), twenty_steps(torch.optim.SGD)
    agree(unit, plain[0], plain[1], 1e-14, against=against)
    penalty = twenty_steps(torch.optim.SGD, momentum=0.9)
    assert twenty_steps(SGDW).tolist() == pytest.approx([0.1807, -1.4336], abs=5e-5)
    assert penalty.tolist() == pytest.approx([0.2420, -0.1208], abs=5e-5)


def test_the_movement_does_not_carry_the_decay(agree):
    """Without gradients SGDW shrinks w by the same factor; L2 gathers speed."""
    ends = {}
    for optimizer_class in (SGDW, Momentum):
        w = torch.ones(1, dtype=torch.float64, requires_grad=True)
        optimizer = optimizer_class([w], lr=0.1, weight_decay=0.5)
        for _ in range(5):
            w.grad = torch.zeros_like(w)
            optimizer.step()
        ends[optimizer_class] = w
    unit = "l2-versus-weight-decay"
    agree(unit, ends[SGDW], [0.95**5], 1e-15, against="closed form")
    assert ends[Momentum].item() < 0.5


@pytest.mark.equation("eq:sgdw-m", "eq:sgdw-step")
def test_is_what_the_page_prints(agree, equation):
    moved = {r"\mu": "mu", "m_{t-1}": "m", r"\eta": "lr", "g_t": "g"}
    movement = equation("eq:sgdw-m", "m_t", moved)
    symbols = {r"\theta_{t-1}": "w", "m_t": "m", r"\eta": "lr", r"\lambda": "decay"}
    printed = equation("eq:sgdw-step", r"\theta_t", symbols)
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    optimizer = SGDW([w], lr=0.1, momentum=0.8, weight_decay=0.3)
    m = np.zeros(5)
    for _ in range(6):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        m = movement(mu=0.8, m=m, lr=0.1, g=w.grad.numpy())
        kept = optimizer.state[w]["m"]
        agree("adamw", kept, m, 1e-15, against="printed equation (25.5)")
        oracle = printed(w=before, m=m, lr=0.1, decay=0.3)
        agree("adamw", w, oracle, 1e-14, against="printed equation (25.6)")
