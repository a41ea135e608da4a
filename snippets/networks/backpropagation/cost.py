# kind: numeric
"""Nudging every weight and going back once: the same gradient, two prices."""

# --8<-- [start:nudge]
import numpy as np

from chainrule.scratch import nn
from chainrule.scratch.models.deep import MLP


def nudged(E, params, step=1e-5):
    """dE/dp for each number p of these arrays: E() twice for each."""
    grads = []
    for p in params:
        grads.append(np.zeros_like(p))
        for at in np.ndindex(p.shape):
            kept = p[at]
            p[at] = kept + step
            up = E()
            p[at] = kept - step
            down = E()
            p[at] = kept
            grads[-1][at] = (up - down) / (2 * step)  # (14.2)
    return grads


# --8<-- [end:nudge]

# --8<-- [start:cost]
model = MLP(3, [5, 4], 2, nn.tanh, rng=0)
loss, x, t = nn.HalfSquaredErrorLoss(), np.ones((1, 3)), np.zeros((1, 2))
slow = nudged(lambda: loss.forward(model.forward(x), t), model.params)

loss.forward(model.forward(x), t)
model.backward(loss.backward())  # what this page explains
for one, other in zip(slow, model.grads, strict=True):
    print(one.shape, np.abs(one - other).max() < 1e-9)

print("\nwidths: parameters, products by nudging, products by going back")
for name, widths in {
    "3-5-4-2": [3, 5, 4, 2],
    "784-256-10": [784, 256, 10],
    "ten layers of 1000": [1000] * 11,
}.items():
    pairs = list(zip(widths[1:], widths[:-1], strict=True))
    forward = sum(out * into for out, into in pairs)  # one per weight
    deltas = forward - widths[0] * widths[1]  # the input needs none
    parameters = forward + sum(widths[1:])
    nudges = 2 * parameters * forward
    back = forward + deltas + forward  # forward, delta, input times delta
    print(f"{name}: {parameters:,}; {nudges:,}; {back:,}")
# --8<-- [end:cost]
