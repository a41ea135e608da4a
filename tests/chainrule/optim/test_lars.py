import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import LARS, Momentum

OPTIONS = [
    {},
    {"lr": 2.0, "weight_decay": 0.3, "trust_coefficient": 0.004},
    {"lr": 0.5, "momentum": 0.5, "trust_coefficient": 0.1},
    {"lr": 2.0, "momentum": 0.0, "weight_decay": 0.1},
]


def scaled(options):
    """torch.optim.SGD on gradients scaled before its step: how apex makes LARS."""
    decay = options.get("weight_decay", 0.0)
    trust = options.get("trust_coefficient", 1e-3)

    class Scaled(torch.optim.SGD):
        def step(self):
            for p in self.param_groups[0]["params"]:
                if p.grad is not None:
                    size, slope = p.detach().norm(), p.grad.norm()
                    decayed = p.grad + decay * p.detach()
                    p.grad = trust * size * decayed / (slope + decay * size)
            super().step()

    return Scaled


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torchs_momentum_on_scaled_gradients(agree, options):
    plain = {"lr": options.get("lr", 1.0), "momentum": options.get("momentum", 0.9)}
    ours, oracle = walk(LARS, **options), walk(scaled(options), **plain)
    against = "torch.optim.SGD on scaled gradients"
    agree("large-batch-methods", ours, oracle, 1e-12, against=against)


@pytest.mark.equation("eq:lars-ratio", "eq:lars-m", "eq:lars-step")
def test_is_what_the_page_prints(agree, equation):
    symbols = {r"\kappa": "trust", r"\lambda": "decay"}
    symbols |= {r"\lVert \theta_{t-1} \rVert": "size", r"\lVert g_t \rVert": "slope"}
    ratio = equation("eq:lars-ratio", "r_t", symbols)
    symbols = {r"\mu": "mu", "m_{t-1}": "m", r"\eta": "lr", "r_t": "r", "g_t": "g"}
    symbols |= {r"\lambda": "decay", r"\theta_{t-1}": "w"}
    movement = equation("eq:lars-m", "m_t", symbols)
    step = equation("eq:lars-step", r"\theta_t", {r"\theta_{t-1}": "w", "m_t": "m"})
    torch.manual_seed(0)
    w = torch.randn(3, 2, dtype=torch.float64, requires_grad=True)
    given = {"lr": 2.0, "momentum": 0.7, "weight_decay": 0.2, "trust_coefficient": 0.1}
    optimizer, m, old = LARS([w], **given), np.zeros((3, 2)), 0.0
    for _ in range(6):
        before, g = w.detach().numpy().copy(), torch.randn_like(w)
        w.grad = g
        optimizer.step()
        g = g.numpy()
        size, slope = (np.linalg.norm(x) for x in (before, g))
        r = ratio(trust=0.1, decay=0.2, size=size, slope=slope)
        m = movement(mu=0.7, m=m, lr=2.0, r=r, g=g, decay=0.2, w=before)
        kept, unit = optimizer.state[w]["m"], "large-batch-methods"
        alone = (kept - 0.7 * old) / (-2.0 * (w.grad + 0.2 * torch.tensor(before)))
        against = "printed equation (20.11)"
        agree(unit, alone, np.full((3, 2), r), 1e-12, against=against)
        agree(unit, kept, m, 1e-14, against="printed equation (20.12)")
        oracle = step(w=before, m=m)
        agree(unit, w, oracle, 1e-14, against="printed equation (20.13)")
        old = kept.clone()


def first_step(w, g, **options):
    w = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    before, w.grad = w.detach().clone(), torch.tensor(g, dtype=torch.float64)
    LARS([w], **options).step()
    return w.detach() - before


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_length_of_the_first_step_is_that_of_the_weights(agree, scale):
    """Without decay it is lr * trust_coefficient * |w|, whatever the gradient."""
    step = first_step([3.0, 4.0], [0.0, -scale], lr=2.0, trust_coefficient=0.1)
    agree("large-batch-methods", step, [0.0, 1.0], 1e-15, against="closed form")


def test_each_tensor_has_its_own_ratio(agree):
    a, b = (torch.full((4,), x, requires_grad=True) for x in (1.0, 10.0))
    a.grad = b.grad = torch.ones(4)
    LARS([a, b], lr=1.0, trust_coefficient=0.25, foreach=True).step()
    ends = torch.stack([a[0], b[0]])
    agree("large-batch-methods", ends, [0.75, 7.5], 1e-6, against="closed form")


def test_zero_weights_move_by_the_plain_rate(agree):
    """The paper's formula would leave them at zero for ever."""
    step = first_step([0.0, 0.0], [1.0, -2.0], lr=0.5)
    agree("large-batch-methods", step, [-0.5, 1.0], 0.0, against="closed form")


def test_zero_gradients_do_not_divide_by_zero(agree):
    step = first_step([3.0, 4.0], [0.0, 0.0], lr=0.5)
    agree("large-batch-methods", step, [0.0, 0.0], 0.0, against="closed form")
    nothing = first_step([0.0, 0.0], [0.0, 0.0], lr=0.5, weight_decay=0.1)
    agree("large-batch-methods", nothing, [0.0, 0.0], 0.0, against="closed form")


def test_without_a_gradient_decay_follows_the_paper(agree):
    """κ |w| / (λ |w|) · λ w = κ w: continuous in g, unlike a ratio of 1 there."""
    given = {"lr": 0.5, "weight_decay": 0.1, "trust_coefficient": 0.2}
    step = first_step([3.0, 4.0], [0.0, 0.0], **given)
    agree("large-batch-methods", step, [-0.3, -0.4], 1e-15, against="closed form")
    near = first_step([3.0, 4.0], [1e-12, 0.0], **given)
    agree("large-batch-methods", near, [-0.3, -0.4], 1e-11, against="closed form")


def test_where_the_ratio_is_one_it_is_momentum(agree):
    """One gradient as long as the weights, κ = 1: plain momentum."""
    w = torch.tensor([3.0, 4.0], dtype=torch.float64)
    a, b = w.clone().requires_grad_(), w.clone().requires_grad_()
    a.grad, b.grad = -w.flip(0), -w.flip(0)
    LARS([a], lr=0.1, trust_coefficient=1.0).step()
    Momentum([b], lr=0.1).step()
    agree("large-batch-methods", a, b, 1e-15, against="chainrule.optim.Momentum")


def test_gradients_of_very_different_size_in_half_precision():
    w = torch.ones(8, dtype=torch.float16, requires_grad=True)
    w.grad = torch.full_like(w, 1e-4)
    LARS([w], lr=1.0, trust_coefficient=0.5).step()
    assert (w - 0.5).abs().max() < 2e-3
