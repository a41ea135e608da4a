# kind: numeric
"""One step that is too long kills a ReLU; a leaky one comes back."""

# --8<-- [start:revive]
import numpy as np

from chainrule.scratch.nn import LeakyReLU, Linear, ReLU, Sequential

X = 1 + 0.5 * np.random.default_rng(0).normal(size=(40, 2))
t = X.mean(axis=1, keepdims=True) / 2


def step(model, lr):
    """One step on the half squared error; how many of the 40 are on."""
    y = model.forward(X)
    model.backward((y - t) / 40)
    for p, g in model.parameters():
        p -= lr * g
    return int((X @ linear.weight.T + linear.bias > 0).sum())


for name, f in (("ReLU", ReLU()), ("Leaky ReLU", LeakyReLU(0.1))):
    linear = Linear.of(np.ones((1, 2)), np.zeros(1))
    model = Sequential(linear, f)
    after = step(model, lr=1)
    before = linear.weight.copy()
    for _ in range(300):
        later = step(model, lr=0.1)
    moved = np.abs(linear.weight - before).max()
    print(f"{name}: {after} on, 300 steps later {later}, moved {moved:.3f}")
# --8<-- [end:revive]
