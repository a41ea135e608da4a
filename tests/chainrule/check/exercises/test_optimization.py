"""That the right functions of the part are right: by torch, SciPy, closed forms."""

import numpy as np
import pytest
import torch
from helpers.checks import agrees, of_part
from scipy.linalg import ldl


def step(optimizer, w, g, options, **state):
    """The parameter after one step of torch's, from this state, and the new state."""
    parameter = torch.nn.Parameter(torch.tensor(w))
    parameter.grad = torch.tensor(g)
    chosen = optimizer([parameter], foreach=False, **options)
    before = {name: torch.as_tensor(value) for name, value in state.items()}
    chosen.state[parameter].update(before)
    chosen.step()
    after = chosen.state[parameter]
    return parameter, *(after[name] for name in state if name != "step")


def sgd(w, g, b, lr, momentum, nesterov):
    options = {"lr": lr, "momentum": momentum, "nesterov": nesterov}
    return step(torch.optim.SGD, w, g, options, momentum_buffer=b)


def momentum(w, g, m, lr, momentum):
    w, b = sgd(w, g, -m / lr, lr, momentum, False)
    return w, -lr * b


def adagrad(w, g, s, lr, eps):
    options = {"lr": lr, "eps": eps}
    return step(torch.optim.Adagrad, w, g, options, sum=s)


def rmsprop(w, g, v, lr, alpha, eps):
    options = {"lr": lr, "alpha": alpha, "eps": eps}
    return step(torch.optim.RMSprop, w, g, options, step=0.0, square_avg=v)


def adam(w, g, m, v, t, lr, betas, eps, optimizer=torch.optim.Adam, **more):
    options = {"lr": lr, "betas": betas, "eps": eps, **more}
    state = {"step": float(t - 1), "exp_avg": m, "exp_avg_sq": v}
    return step(optimizer, w, g, options, **state)


def adamw(w, g, m, v, t, lr, betas, eps, weight_decay):
    decay = {"weight_decay": weight_decay}
    return adam(w, g, m, v, t, lr, betas, eps, torch.optim.AdamW, **decay)


def amsgrad(w, g, m, v, v_max, t, lr, betas, eps):
    options = {"lr": lr, "betas": betas, "eps": eps, "amsgrad": True}
    state = {"step": float(t - 1), "exp_avg": m, "exp_avg_sq": v}
    state["max_exp_avg_sq"] = v_max
    return step(torch.optim.Adam, w, g, options, **state)


def lars(w, g, m, lr, momentum, weight_decay, trust_coefficient):
    """torch's step along the decayed gradient, at the rate of the layer."""
    size = np.linalg.norm(w)
    below = np.linalg.norm(g) + weight_decay * size
    ratio = trust_coefficient * size / below if size * below else 1
    b = -m / (lr * ratio)
    w, b = sgd(w, g + weight_decay * w, b, lr * ratio, momentum, False)
    return w, -lr * ratio * b


def clip_grad_norm(grads, max_norm):
    flat = np.linalg.norm(np.concatenate([g.ravel() for g in grads]))
    return [g / max(1, flat / max_norm) for g in grads], flat


def torch_clip(grads, max_norm):
    parameters = [torch.nn.Parameter(torch.tensor(g)) for g in grads]
    for parameter in parameters:
        parameter.grad = parameter.detach().clone()
    total = torch.nn.utils.clip_grad_norm_(parameters, max_norm)
    return [parameter.grad for parameter in parameters], total


def cosine_annealing_lr(t, lr, T_max, eta_min):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max, eta_min)
    for _ in range(t):
        optimizer.step()
        schedule.step()
    return schedule.get_last_lr()[0]


def noam_lr(t, lr, d_model, warmup_steps):
    """Linear up to step_num = warmup_steps, then as one over the root."""
    n = t + 1
    peak = lr / np.sqrt(d_model * warmup_steps)
    return peak * (n / warmup_steps if n <= warmup_steps else (warmup_steps / n) ** 0.5)


def positive(H):
    """How many eigenvalues are: by Sylvester's law, without computing one."""
    return int((np.linalg.eigvals(ldl(H)[1]) > 0).sum())


def classify_critical_point(H, tol):
    p, shift = len(H), tol * np.eye(len(H))
    rises, falls = positive(H - shift), positive(-H - shift)
    if rises and falls:
        return "saddle"
    return {(p, 0): "minimum", (0, p): "maximum"}.get((rises, falls), "undecided")


ORACLES = {
    "adagrad": adagrad,
    "adam": adam,
    "adamw": adamw,
    "amsgrad": amsgrad,
    "classify_critical_point": classify_critical_point,
    "clip_grad_norm": clip_grad_norm,
    "cosine_annealing_lr": cosine_annealing_lr,
    "lars": lars,
    "momentum": momentum,
    "noam_lr": noam_lr,
    "rmsprop": rmsprop,
    "torch_nesterov": lambda *given: sgd(*given, nesterov=True),
}


@pytest.mark.parametrize("name", of_part("optimization"))
def test_right(name):
    agrees(name, ORACLES[name], 1e-12)


def test_torch_clips_to_a_millionth_less():
    """Its factor is max_norm / (total + 1e-6)."""
    agrees("clip_grad_norm", torch_clip, 1e-6)
