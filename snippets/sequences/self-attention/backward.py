# kind: exact
"""The way back for the example: by the formulas and by torch."""

# --8<-- [start:backward]
import numpy as np
import torch

from chainrule.scratch.nn import softmax

keys = np.array([[0.0, 1], [1, 1], [1, 0], [1, 1]])
values = np.array([[1.0, 0], [1, 2], [0, 2], [1, 2]])
q = np.array([[2.0, 1]])
weights = softmax(q @ keys.T)
g = np.array([[1.0, 0]])  # the loss: the first number of the output

dvalues = weights.T @ g  # (37.12)
dweights = g @ values.T
mean = (weights * dweights).sum(axis=-1, keepdims=True)
dscores = weights * (dweights - mean)  # (37.13)
dq, dkeys = dscores @ keys, dscores.T @ q  # (37.14)
print("scores", dscores[0].round(3), " query", dq[0].round(3))

leaves = [torch.tensor(a, requires_grad=True) for a in (q, keys, values)]
y = (leaves[0] @ leaves[1].T).softmax(-1) @ leaves[2]
y.backward(torch.tensor(g))
for name, ours, leaf in zip(
    ("query", "keys", "values"), (dq, dkeys, dvalues), leaves, strict=True
):
    print(f"{name:6} as torch:", np.allclose(ours, leaf.grad))
# --8<-- [end:backward]
