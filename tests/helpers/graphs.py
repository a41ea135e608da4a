"""Random computations, made at once of our tensors and of torch's."""

import numpy as np
import torch

from chainrule.scratch.autograd import Tensor

SHAPES = [(), (1,), (3,), (2, 3), (2, 1), (1, 3), (4, 2, 3), (3, 3)]
SOME = np.array([0, -1, 0])  # the first twice


def positive(x):
    return x * x + 0.5


def taken(x, at):
    """x[at] of either kind; torch wants tensors for arrays."""
    return x[torch.tensor(at) if isinstance(x, torch.Tensor) else at]


def reduced(name):
    """Over all axes, or the last; torch has other names for the arguments."""

    def one(x, axis, keepdims):
        if isinstance(x, Tensor):
            return getattr(x, name)(axis=axis, keepdims=keepdims)
        over = tuple(range(x.ndim)) if axis is None else axis
        return getattr(x, {"max": "amax"}.get(name, name))(over, keepdims)

    return one


UNARY = {
    "neg": lambda x: -x,
    "exp": lambda x: x.tanh().exp(),
    "log": lambda x: positive(x).log(),
    "tanh": lambda x: x.tanh(),
    "relu": lambda x: x.relu(),
    "square": lambda x: x**2,
    "cube": lambda x: x**3,
    "power 0": lambda x: x**0,
    "root": lambda x: positive(x) ** 0.5,
    "inverse": lambda x: 1 / positive(x),
    "number": lambda x: 3 - 2 * x / 4 + 1,
    "with itself": lambda x: x * x - x / positive(x) + x,
    "flat": lambda x: x.reshape(-1),
    "turned": lambda x: x.reshape(-1, 1).T,
    "gram": lambda x: x.reshape(3, -1) @ x.reshape(3, -1).T if size(x) % 3 == 0 else x,
    "some": lambda x: taken(x, SOME) if len(x.shape) else x,
    "part": lambda x: x[..., :2] if len(x.shape) else x,
    "first": lambda x: x[0] if len(x.shape) else x,
}
REDUCED = {name: reduced(name) for name in ("sum", "mean", "max")}
BINARY = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a / positive(b),
}


def size(x):
    return int(np.prod(x.shape))


def value(x):
    return x.data if isinstance(x, Tensor) else x.detach().numpy()


def clear(pair, name, axis=None):
    """Whether rounding does not decide what the slope is: no two nearly the same."""
    gaps = [value(x) for x in pair]
    if name == "max":
        gaps = [gap - gap.max(axis=axis, keepdims=True) for gap in gaps]
    return name not in ("max", "relu") or all(
        not gap[np.abs(gap) < 1e-6].any() for gap in gaps
    )


def graph(choose, steps):
    """Pairs of tensors, the leaves first; choose(n) says which of n."""
    rng = np.random.default_rng(choose(10**6))
    pairs = []
    for _ in range(1 + choose(4)):
        data = rng.normal(size=SHAPES[choose(len(SHAPES))])
        wanted = not pairs or choose(4) > 0
        pairs.append((Tensor(data, wanted), torch.tensor(data, requires_grad=wanted)))
    for _ in range(steps):
        kind = choose(3)
        if kind == 0:
            name, x = [*UNARY][choose(len(UNARY))], pairs[choose(len(pairs))]
            if not clear(x, name):
                continue
            made = [UNARY[name](one) for one in x]
        elif kind == 1:
            name, x = [*REDUCED][choose(3)], pairs[choose(len(pairs))]
            axis = -1 if len(x[0].shape) and choose(2) else None
            keepdims = bool(choose(2))
            if not clear(x, name, axis):
                continue
            made = [REDUCED[name](one, axis, keepdims) for one in x]
        else:
            f = [*BINARY.values()][choose(len(BINARY))]
            a, b = pairs[choose(len(pairs))], pairs[choose(len(pairs))]
            try:
                np.broadcast_shapes(a[0].shape, b[0].shape)
            except ValueError:
                continue
            made = [f(*operands) for operands in zip(a, b, strict=True)]
        if made[0].data.size <= 200 and np.abs(made[0].data).max() < 100:
            pairs.append(tuple(made))
    return pairs


def total(pairs):
    """One number made of everything, ours and torch's."""
    sides = zip(*pairs, strict=True)
    return [sum((x.mean() for x in side), 0 * side[0].sum()) for side in sides]
