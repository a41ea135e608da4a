import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import RMSprop
from chainrule.scratch.optim import rmsprop as twin

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "alpha": 0.9, "eps": 0.1},
    {"alpha": 0.5, "weight_decay": 0.3},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = walk(RMSprop, **options), walk(torch.optim.RMSprop, **options)
    agree("rmsprop", ours, oracle, 1e-12, against="torch.optim.RMSprop")


@pytest.mark.equation("eq:rmsprop-v", "eq:rmsprop-step", "eq:rmsprop-unrolled")
def test_is_what_the_page_prints(agree, equation):
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    optimizer = RMSprop([w], lr=0.3, alpha=0.8, eps=1e-2)
    symbols = {r"\alpha": "alpha", "v_{t-1}": "v", "g_t": "g"}
    mean = equation("eq:rmsprop-v", "v_t", symbols)
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps"}
    symbols |= {"v_t": "v", "g_t": "g"}
    step = equation("eq:rmsprop-step", r"\theta_t", symbols)
    symbols = {r"\alpha": "alpha", "t": "t", "g_i": "g[i]"}
    unrolled = equation("eq:rmsprop-unrolled", "v_t", symbols)
    v, gradients = np.zeros(5), []
    for t in range(1, 8):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        g = w.grad.numpy()
        gradients.append(g.copy())
        v = mean(alpha=0.8, v=v, g=g)
        ours, history = optimizer.state[w]["v"], np.array(gradients)
        agree("rmsprop", ours, v, 1e-14, against="printed equation (22.12)")
        oracle = step(w=before, lr=0.3, eps=1e-2, v=v, g=g)
        agree("rmsprop", w, oracle, 1e-14, against="printed equation (22.13)")
        oracle = [unrolled(alpha=0.8, t=t, g=history[:, j]) for j in range(5)]
        agree("rmsprop", ours, oracle, 1e-14, against="printed equation (22.14)")


def test_a_small_alpha_brakes():
    """Notes B and E have it the other way round: α weights the past."""
    steps = []
    for alpha in (0.1, 0.9, 0.99):
        w, v = np.zeros(1), np.array([0.01])  # the gradient was 0.1 for long
        moved, _ = twin(w, 10.0, v, lr=1.0, alpha=alpha, eps=0)
        steps.append(-moved[0])
    assert steps == pytest.approx([1.054, 3.160, 9.951], abs=1e-3)


def test_its_rate_grows_again():
    """Note C lets it only fall more evenly."""
    w, v, rates = np.zeros(1), np.zeros(1), []
    for g in [1.0] * 50 + [0.1] * 50:
        moved, v = twin(w, g, v, lr=1.0, alpha=0.9, eps=0)
        rates.append(-moved[0] / g)
    assert rates[-1] > 8 * rates[49]


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_first_step_is_long_and_knows_no_scale(agree, scale):
    """From v = 0: |w - w_0| = lr / sqrt(1 - alpha), ten times lr by default."""
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    w.grad = scale * torch.tensor([1.0, -2.0], dtype=torch.float64)
    RMSprop([w], lr=0.01, eps=0).step()
    agree("rmsprop", w, [-0.1, 0.1], 1e-14, against="closed form")


def test_it_ends_by_jumping_across_the_minimum():
    """Where the lecture's path bursts: at a constant rate RMSProp never settles."""
    x = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
    t = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
    A = np.column_stack([np.ones(10), x])
    best = np.linalg.lstsq(A, t, rcond=None)[0]
    theta, v, errors = np.array([-120.0, -4.0]), np.zeros(2), []
    for _ in range(20_000):
        theta, v = twin(theta, 2 * A.T @ (A @ theta - t), v, lr=1.0, alpha=0.9)
        errors.append(theta - best)
    assert np.abs(errors[-1]) == pytest.approx([0.5, 0.5], abs=1e-3)
    assert errors[-2] == pytest.approx(-errors[-1], abs=1e-3)
