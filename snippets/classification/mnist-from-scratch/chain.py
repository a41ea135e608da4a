# kind: numeric
"""A chain of three layers, once forwards and once back."""

# --8<-- [start:chain]
import numpy as np

from chainrule.scratch.nn import CrossEntropyLoss, Linear, Sequential, Sigmoid

rng = np.random.default_rng(0)
model = Sequential(Linear(64, 16, rng), Sigmoid(), Linear(16, 10, rng))
cross_entropy = CrossEntropyLoss()

X, t = rng.uniform(size=(5, 64)), np.arange(5)
loss = cross_entropy.forward(model.forward(X), t)
by_X = model.backward(cross_entropy.backward())
print(f"loss {loss:.3f}, ln 10 = {np.log(10):.3f}")
print("input", X.shape, by_X.shape)
for parameter, gradient in model.parameters():
    print("parameter", parameter.shape, gradient.shape)
# --8<-- [end:chain]
