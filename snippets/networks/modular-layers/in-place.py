# kind: exact
"""Kept arrays are no copies: changed in between, they spoil the gradient."""

# --8<-- [start:change]
import numpy as np
import torch

from chainrule.scratch.nn import Linear

x, dy = np.array([[1.0, 2.0]]), np.array([[1.0]])
layer = Linear.of(np.array([[3.0, 4.0]]), np.zeros(1))
layer.forward(x)
x *= 0  # for instance to reuse its memory
layer.backward(dy)
print("dW", layer.grad_weight.tolist(), "and not [[1.0, 2.0]]")

x = torch.tensor([[1.0, 2.0]])
W = torch.tensor([[3.0, 4.0]], requires_grad=True)
y = x @ W.T
x *= 0
try:
    y.sum().backward()
except RuntimeError as error:
    print("torch:", str(error)[:70], "…")
# --8<-- [end:change]
