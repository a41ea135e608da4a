"""torch's fused kernels: a whole formula in one pass over the memory.

They trust what they are given. Where a parameter, its gradient and its buffers
lie differently in memory, torch's CPU kernels pair the wrong numbers without a
word. So only rows that lie alike get here; the others, and all of them where
this torch or the device has no such kernel, are left to `update`.
"""

import math
from collections import defaultdict
from itertools import chain
from operator import attrgetter

import torch

from chainrule.optim.engine.slices import in_memory_order

DTYPE = attrgetter("dtype")


def run(kernel, rows, clock, given):
    """Do a step of the rows that fit; return the others; clock: (t,) or ()."""
    columns = [*map(list, zip(*rows, strict=True))]
    if kernel is sgd and not given["weight_decay"]:
        descend(*columns, **given)
        return []
    if fits(columns):
        return [] if ran(kernel, columns, clock, given) else rows
    groups, left = defaultdict(list), []
    for row in rows:
        view = in_memory_order(row)
        if fits([[x] for x in view]):
            groups[view[0].device, view[0].dtype].append((row, view))
        else:
            left.append(row)
    for pairs in groups.values():
        columns = [*map(list, zip(*(view for _, view in pairs), strict=True))]
        if not ran(kernel, columns, clock, given):
            left += [row for row, _ in pairs]
    return left


def fits(columns):
    """Whether a kernel may have these [ws, gs, *buffers], all at once."""
    every = [*chain.from_iterable(columns)]
    sizes, *others = (list(map(torch.Tensor.numel, c)) for c in columns)
    return (
        every[0].is_floating_point()
        and all(map(torch.Tensor.is_contiguous, every))
        and not any(map(torch.Tensor.is_neg, columns[1]))  # -x, not yet done
        and len(set(map(DTYPE, every))) == 1
        and len(set(map(torch.Tensor.get_device, every))) == 1
        and all(other == sizes for other in others)
        and 0 not in sizes
    )


def ran(kernel, columns, clock, given):
    """Whether the kernel exists, here and on this device, and did the step."""
    try:
        kernel(*columns, *clock, **given)
    except (AttributeError, NotImplementedError):
        return False
    return True


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
    if w[0].dtype == torch.float64 or lr < 1e-8 or not w[0].is_cpu:
        raise NotImplementedError
    _sgd(w, g, m, momentum, lr=-1, dampening=1 + lr, **given)


def lars(w, g, m, *, lr, weight_decay, trust_coefficient, **given):
    """A pass for the norms, then momentum at each tensor's own rate."""
    norms = (torch.stack(torch._foreach_norm(x)).tolist() for x in (w, g))
    rates = []
    for size, slope in zip(*norms, strict=True):
        below = slope + weight_decay * size
        r = trust_coefficient * size / below if size > 0 < below else 1.0
        rates.append(lr * r)
    if min(rates) < 1e-8:  # before any of them has moved
        raise NotImplementedError
    given["weight_decay"] = weight_decay
    for *row, rate in zip(w, g, m, rates, strict=True):
        momentum(*([x] for x in row), lr=rate, **given)


def torch_momentum(w, g, b, *, momentum, **given):
    """torch's own form of momentum."""
    _sgd(w, g, b, momentum, **given)


def torch_nesterov(w, g, b, *, momentum, **given):
    """torch's own form of Nesterov's momentum."""
    _sgd(w, g, b, momentum, nesterov=True, **given)


def adagrad(w, g, s, **given):
    """Adagrad: with no lr_decay, torch's kernel needs no true step number."""
    steps = [torch.ones((), device=w[0].device)] * len(w)
    torch._fused_adagrad_(w, g, s, steps, lr_decay=0.0, **given)


def adam(w, g, m, v, t, *, betas, **given):
    """Adam with coupled weight decay."""
    torch._fused_adam_(w, g, m, v, [], **_clock(w, t, betas), **given)


def adamw(w, g, m, v, t, *, betas, **given):
    """Adam with decoupled weight decay."""
    torch._fused_adamw_(w, g, m, v, [], **_clock(w, t, betas), **given)


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
    torch._fused_adam_(w, g, m, v, v_max, **clock, **given)


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
    torch._fused_sgd_(w, g, buffers, **given)


def _clock(w, t, betas):
    step = torch.full((), t, dtype=torch.float32, device=w[0].device)
    beta1, beta2 = betas
    steps = {"state_steps": [step] * len(w), "amsgrad": False}
    return {"beta1": beta1, "beta2": beta2, **steps}
