"""One course for all optimizers: weights, gradients step by step, where they lead.

Optimizers of torch, of ours and of other people take it by `go`, `path`, `walk` or
`follow`, a formula in NumPy by `by_hand`. Both ask gradient(step, i, w) for the
gradient at w, the i-th tensor, in a step that counts from 0; None is no gradient.
"""

import inspect
from functools import cache

import numpy as np
import torch

import chainrule.scratch.optim

SHAPES = ((3, 2), (5,), (), (1, 4, 1), (0, 3), (2, 3, 2, 2), (33,), (1,))
FEW = ((3, 2), (5,), ())


def start(shapes=SHAPES, dtype=torch.float64, device="cpu"):
    """The same weights each time, and in each dtype but for its rounding."""
    generator = torch.Generator().manual_seed(0)
    return [
        torch.randn(s, generator=generator, dtype=torch.float64)
        .to(device, dtype)
        .requires_grad_()
        for s in shapes
    ]


# -- gradients --------------------------------------------------------------------


@cache
def _rough(step, i, shape):
    generator = torch.Generator().manual_seed(1000 * step + i)
    g = torch.randn(shape, generator=generator, dtype=torch.float64)
    scale = 10.0 ** (4 * torch.rand((), generator=generator).item() - 3)
    zero = torch.rand(shape, generator=generator) < 0.2
    return (scale * g).masked_fill(zero, 0.0)


def rough(step, i, w):
    """Small or large, with zeros in between."""
    return _rough(step, i, tuple(w.shape)).clone()


def patchy(step, i, w):
    """Small or large, with zeros in between; now and then none."""
    return None if (step + i) % 5 == 3 else rough(step, i, w)


def slope(w):
    """Of w⁴ + cos 3w, at an array."""
    return 4 * w**3 - 3 * np.sin(3 * w)


def curved(step, i, w):
    """Down a curved loss."""
    return slope(w.numpy() if isinstance(w, torch.Tensor) else w)


def halting(step, i, w):
    """Down a curved loss; the first tensor waits in odd steps."""
    return None if step % 2 and i == 0 else curved(step, i, w)


def listed(gradients):
    """One tensor's, step by step."""
    return lambda step, i, w: gradients[step]


# -- optimizers -------------------------------------------------------------------


def drive(optimizer, gradient, steps, change=None, layout=torch.Tensor.clone):
    """Yield the weights after each step; change(optimizer, step) comes before it."""
    theta = [p for group in optimizer.param_groups for p in group["params"]]
    for step in steps:
        if change is not None:
            change(optimizer, step)
        for i, p in enumerate(theta):
            g = gradient(step, i, p.detach())
            if g is not None:  # a tensor of its own, which may be written to
                g = layout(torch.as_tensor(g).to(p.device, p.dtype, copy=True))
            p.grad = g
        optimizer.step()
        yield theta


def go(optimizer, steps, first=0, gradient=patchy, **how):
    """Take the steps first, first + 1, …; return the weights."""
    for _ in drive(optimizer, gradient, range(first, first + steps), **how):
        pass
    return [p.detach().clone() for g in optimizer.param_groups for p in g["params"]]


def path(optimizer, gradient, steps, **how):
    """All weights after each step, (steps, numbers)."""
    rows = []
    for theta in drive(optimizer, gradient, range(steps), **how):
        rows.append(np.concatenate([p.detach().numpy().ravel() for p in theta]))
    return np.array(rows)


def walk(make, steps=60, gradient=halting, change=None, shapes=FEW, **options):
    """The path of make(theta, **options) from the start."""
    return path(make(start(shapes), **options), gradient, steps, change=change)


def follow(make, gradients, change=None, **options):
    """The path of make([w], **options) from w = 0 under these gradients.

    (steps,) where they are numbers, (steps, n) where they are vectors.
    """
    gradients = np.array(gradients, float)
    w = torch.zeros(gradients.shape[1:] or 1, dtype=torch.float64, requires_grad=True)
    rows = gradients.reshape(len(gradients), -1)
    way = path(make([w], **options), listed(rows), len(rows), change=change)
    return way.reshape(gradients.shape)


# -- formulas in NumPy ------------------------------------------------------------


def by_hand(
    rule, theta, gradient, steps, *, buffers=0, numbers=0, clock=False, **hyper
):
    """For each tensor (w, *buffers, *numbers) after each step.

    rule(w, g, *buffers, *numbers[, t], **hyper) returns the new ones, or w alone.
    """
    courses = []
    for i, p in enumerate(theta):
        w, t = np.asarray(p.detach().cpu() if isinstance(p, torch.Tensor) else p), 0
        kept, course = [np.zeros_like(w)] * buffers + [0.0] * numbers, []
        for step in range(steps):
            g = gradient(step, i, w)
            if g is not None:
                t += 1
                ticks = (t,) if clock else ()
                made = rule(w, np.asarray(g), *kept, *ticks, **hyper)
                w, *kept = made if kept else (made,)
            course.append((w, *kept))
        courses.append(course)
    return courses


def twin_go(optim, steps, maximize=False, theta=None, gradient=patchy, **options):
    """What `go` returns for a class of ours, by its NumPy twin."""
    twin = getattr(chainrule.scratch.optim, optim.__module__.rsplit(".", 1)[-1])
    decay = 0 if "weight_decay" in optim.hyper else options.pop("weight_decay", 0)

    def uphill(step, i, w):
        g = gradient(step, i, w)
        if g is None:
            return None
        g = np.asarray(g)
        return (-g if maximize else g) + decay * w

    known = inspect.signature(twin).parameters
    courses = by_hand(
        twin,
        start() if theta is None else theta,
        uphill,
        steps,
        buffers=len(optim.buffers),
        numbers=len(optim.numbers),
        clock=bool(optim.clock),
        **{name: x for name, x in options.items() if name in known},
    )
    return [torch.tensor(course[-1][0]) for course in courses]


# -- comparisons ------------------------------------------------------------------


def against_torch(twin, buffers, theirs, *, clock=False, steps=60, **options):
    """Weights after each step: by the function, and by torch's optimizer."""
    given = {"buffers": buffers, "clock": clock, **options}
    (course,) = by_hand(twin, start([(12,)]), rough, steps, **given)
    return np.array([w for w, *_ in course]), path(theirs(start([(12,)])), rough, steps)


def keeps_float32(twin, arrays, *clock):
    """Whether all that goes in and comes out is float32."""
    rng = np.random.default_rng(0)
    given = [rng.random(3, dtype=np.float32) for _ in range(arrays)]
    before = [x.copy() for x in given]
    made = twin(*given, *clock)
    made = made if isinstance(made, tuple) else (made,)
    untouched = all(map(np.array_equal, given, before))
    return untouched and all(x.dtype == np.float32 for x in made)


def same(ours, theirs, tol):
    """Relative to the size of a tensor where that is over 1."""
    assert len(ours) == len(theirs)
    for i, (a, b) in enumerate(zip(ours, theirs, strict=True)):
        assert a.shape == b.shape, (i, a.shape, b.shape)
        a, b = a.detach().cpu().double(), b.detach().cpu().double()
        scale = max(1.0, b.abs().amax().item()) if b.numel() else 1.0
        gap = (a - b).abs().amax().item() if b.numel() else 0.0
        assert gap <= tol * scale, f"tensor {i} is off by {gap:.1e}, tol {tol:.0e}"
