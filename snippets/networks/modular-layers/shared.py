# kind: exact
"""One linear layer in two places: what it keeps, and what comes back."""

# --8<-- [start:shared]
import numpy as np
import torch

from chainrule.scratch.nn import Layer, Linear


class Forgetful(Layer):
    """w x that keeps one input and hands it out as often as asked."""

    def __init__(self, w):
        self.w = w

    def forward(self, x):
        self.x = x  # a second use replaces the first input
        return self.w * x

    def backward(self, dy):
        self.grad_w = (dy * self.x).sum()  # and the first gradient
        return self.w * dy


x = np.array([[2.0]])
layer = Forgetful(3.0)  # y = w (w x) = w² x, so dy/dw = 2 w x = 12
y = layer.forward(layer.forward(x))
layer.backward(layer.backward(np.ones((1, 1))))
print("keeps one input:", layer.grad_w)

layer = Linear.of(np.array([[3.0]]), np.zeros(1))
y = layer.forward(layer.forward(x))
try:
    layer.backward(layer.backward(np.ones((1, 1))))
except RuntimeError as error:
    print("ours:", error)

w = torch.tensor(3.0, requires_grad=True)
(w * (w * 2.0)).backward()
print("a graph:", w.grad.item())
# --8<-- [end:shared]
