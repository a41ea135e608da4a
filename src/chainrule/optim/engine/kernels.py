"""Formulas by torch's fused kernels: one pass over the memory, or two.

They raise NotImplementedError, as torch does, for what they cannot do, before
anything moves. `guard` sees to it that what they get lies alike in memory.
"""

import math
from collections.abc import Callable

import torch

from chainrule.optim.engine import slices

Kernel = Callable[..., None]
Tensors = list[torch.Tensor]


def descend(w, g, *, lr, weight_decay, maximize):
    """Gradient descent without decay: one operation, right for any layout."""
    torch._foreach_add_(w, g, alpha=lr if maximize else -lr)


def sgd(w, g, **given):
    """Gradient descent without momentum."""
    _sgd(w, g, [], 0, **given)


def momentum(w, g, m, *, lr, momentum, **given):
    """Momentum with η in its buffer, by a kernel that has it outside.

    torch's b = μ b + (1 - dampening) g and w = w - lr b are our formula for
    dampening = 1 + η and lr = -1. The sum costs η digits: too many in float64,
    none in float32 unless η is tiny. Tried on CPUs alone.
    """
    _refuse(w, lr, momentum)
    _sgd(w, g, m, momentum, lr=-1, dampening=1 + lr, **given)


def nesterov(w, g, m, *, lr, momentum, weight_decay, maximize):
    """A pass for - η g, and momentum's, whose lr makes it + μ m."""
    _refuse(w, lr, momentum)
    given = {"weight_decay": 0, "maximize": maximize}
    for ws, gs, ms in slices.pieces(w, g, m):
        if weight_decay:  # of w as it was before both
            decay = -weight_decay if maximize else weight_decay
            gs = torch._foreach_add(gs, ws, alpha=decay)
        _sgd(ws, gs, [], 0, lr=lr, **given)
        _sgd(ws, gs, ms, momentum, lr=-momentum, dampening=1 + lr, **given)


def sgdw(w, g, m, *, lr, weight_decay, **given):
    """A pass down the slope of λ w² / 2, and momentum's."""
    _refuse(w, lr, given["momentum"])
    decay = {"lr": lr * weight_decay, "weight_decay": 0, "maximize": False}
    for ws, gs, ms in slices.pieces(w, g, m):
        _sgd(ws, ws, [], 0, **decay)
        momentum(ws, gs, ms, lr=lr, weight_decay=0, **given)


def lars(w, g, m, *, lr, weight_decay, trust_coefficient, **given):
    """A pass for the norms, then momentum at each tensor's own rate."""
    _refuse(w, lr, given["momentum"])
    rates = []
    for size, slope in zip(lengths(w), lengths(g), strict=True):
        below = slope + weight_decay * size
        r = trust_coefficient * size / below if size > 0 < below else 1.0
        rates.append(lr * r)
    if min(rates) < 1e-8:  # before any of them has moved
        raise NotImplementedError
    given["weight_decay"] = weight_decay
    for *row, rate in zip(w, g, m, rates, strict=True):
        momentum(*([x] for x in row), lr=rate, **given)


def lengths(tensors):
    """Their 2-norms. torch.dot takes all processors where norm takes one."""
    flat = [x.view(-1) for x in tensors]
    return torch.stack([*map(torch.dot, flat, flat)]).sqrt_().tolist()


def rmsprop(w, g, v, *, alpha, **given):
    """Adam at an infinite t with β₁ = 0, whose m, the gradient, is lost."""
    if not w[0].is_cpu:
        raise NotImplementedError
    memory = w[0].new_empty(slices.BLOCK)
    for ws, gs, vs in slices.pieces(w, g, v):
        sizes = [*map(torch.Tensor.numel, ws)]
        ms = memory[: sum(sizes)].zero_().split(sizes)
        adam(ws, gs, ms, vs, math.inf, betas=(0.0, alpha), **given)


def rmsprop_warm_start(w, g, v, t, *, alpha, **given):
    """RMSProp, but v = g² at first."""
    rmsprop(w, g, v, alpha=alpha if t > 1 else 0.0, **given)


def torch_momentum(w, g, b, *, momentum, **given):
    """torch's own form of momentum."""
    _sgd(w, g, b, momentum, **given)


def torch_nesterov(w, g, b, *, momentum, **given):
    """torch's own form of Nesterov's momentum."""
    _sgd(w, g, b, momentum, nesterov=True, **given)


def adagrad(w, g, s, **given):
    """Adagrad: with no lr_decay, torch's kernel needs no true step number."""
    steps = [torch.ones((), device=w[0].device)] * len(w)
    _fused("adagrad")(w, g, s, steps, lr_decay=0.0, **given)


def rms_normalized_sgd(w, g, s, t, *, lr, eps, **given):
    """Adagrad: η g / (√(s / t) + ε) is η √t g / (√s + ε √t)."""
    adagrad(w, g, s, lr=lr * t**0.5, eps=eps * t**0.5, **given)


def adam(w, g, m, v, t, *, betas, **given):
    """Adam with coupled weight decay."""
    _fused("adam")(w, g, m, v, [], **_clock(w, t, betas), **given)


def adamw(w, g, m, v, t, *, betas, **given):
    """Adam with decoupled weight decay."""
    _fused("adamw")(w, g, m, v, [], **_clock(w, t, betas), **given)


def adam_no_bias_correction(w, g, m, v, **given):
    """Adam at an infinite t, where both corrections have become 1."""
    adam(w, g, m, v, math.inf, **given)


def radam(w, g, m, v, t, *, lr, betas, threshold=5, **given):
    """Adam at an infinite t and the rectified rate, once there is one."""
    beta1, beta2 = betas
    top = 2 / (1 - beta2) - 1
    rho = top - 2 * t * beta2**t / (1 - beta2**t)
    if rho <= threshold:
        raise NotImplementedError
    r = (rho - 4) * (rho - 2) * top / ((top - 4) * (top - 2) * rho)
    lr *= (r * (1 - beta2**t)) ** 0.5 / (1 - beta1**t)
    adam(w, g, m, v, math.inf, lr=lr, betas=betas, **given)


def radam_paper(w, g, m, v, t, **given):
    """RAdam with the paper's threshold."""
    radam(w, g, m, v, t, threshold=4, **given)


def amsgrad(w, g, m, v, v_max, t, *, betas, **given):
    """Adam divided by the root of the largest v so far."""
    clock = {**_clock(w, t, betas), "amsgrad": True}
    _fused("adam")(w, g, m, v, v_max, **clock, **given)


def amsgrad_paper(w, g, m, v, v_max, **given):
    """AMSGrad at an infinite t, where both corrections have become 1."""
    amsgrad(w, g, m, v, v_max, math.inf, **given)


def _sgd(w, g, buffers, momentum, dampening=0, nesterov=False, **given):
    """Raises NotImplementedError for what torch's kernel cannot do.

    On CPUs it loses the step in half precision (pytorch#191763), and without
    momentum it wants no buffers, while ours are still to be written.
    """
    half = w[0].is_cpu and w[0].dtype in (torch.bfloat16, torch.float16)
    if half or (buffers and not momentum):
        raise NotImplementedError
    given |= {"momentum": momentum, "dampening": dampening}
    given |= {"nesterov": nesterov, "is_first_step": False}
    _fused("sgd")(w, g, buffers, **given)


def _fused(name):
    """torch._fused_<name>_; NotImplementedError where this torch has none."""
    kernel = getattr(torch, f"_fused_{name}_", None)
    if kernel is None:
        raise NotImplementedError(f"torch has no fused {name}")
    return kernel


def _refuse(w, lr, momentum):
    """Raise NotImplementedError, before a first pass, for what none may do."""
    if not (w[0].is_cpu and w[0].dtype == torch.float32 and lr >= 1e-8):
        raise NotImplementedError
    if not momentum:
        raise NotImplementedError


def _clock(w, t, betas):
    step = torch.full((), t, dtype=torch.float32, device=w[0].device)
    beta1, beta2 = betas
    steps = {"state_steps": [step] * len(w), "amsgrad": False}
    return {"beta1": beta1, "beta2": beta2, **steps}
