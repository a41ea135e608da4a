# kind: numeric
"""Stepping layer by layer while going back: no longer the gradient."""

import numpy as np

from chainrule.scratch import nn
from chainrule.scratch.models.deep import MLP


# --8<-- [start:stale]
def step_on_the_way(model, dy, lr):
    """Changes W(l) at once, and goes on with it. Do not copy this."""
    used = {}
    for n in (3, 2, 1):
        delta = dy * model.df[n](model.u[n])
        used[n] = delta.T @ model.y[n - 1]
        model.W[n] -= lr * used[n]
        dy = delta @ model.W[n]  # has changed already
    return used


print("lr: error in layers 1, 2, 3")
for lr in (0.01, 0.1, 1.0):
    rng = np.random.default_rng(0)
    model, loss = MLP(8, [16, 16], 4, nn.tanh, rng=rng), nn.CrossEntropyLoss()
    X, t = rng.normal(size=(32, 8)), rng.integers(4, size=32)
    loss.forward(model.forward(X), t)
    dy = loss.backward()
    model.backward(dy)
    found, norm = step_on_the_way(model, dy, lr), np.linalg.norm
    gaps = [norm(found[n] - model.dW[n]) / norm(model.dW[n]) for n in (1, 2, 3)]
    print(f"{lr}:", *(f"{gap:.2%}" for gap in gaps))
# --8<-- [end:stale]
