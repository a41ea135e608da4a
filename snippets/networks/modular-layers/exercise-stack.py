# kind: numeric
"""Exercise 4: a linear layer that may be used several times in a pass."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.analysis import gradient_errors
from chainrule.scratch.nn import Layer, Tanh


class Stacked(Layer):
    """y = x W^T with a stack of inputs; gradients add up until cleared."""

    def __init__(self, weight):
        self.weight, self.grad_weight = weight, np.zeros_like(weight)
        self.inputs = []

    def parameters(self):
        return [(self.weight, self.grad_weight)]

    def forward(self, x):
        self.inputs.append(x)
        return x @ self.weight.T

    def backward(self, dy):
        self.grad_weight += dy.T @ self.inputs.pop()  # the last comes first
        return dy @ self.weight


class Twice(Layer):
    """tanh(W tanh(W x)): one W in two places."""

    def __init__(self, weight):
        self.linear, self.tanh = Stacked(weight), (Tanh(), Tanh())

    def parameters(self):
        return self.linear.parameters()

    def forward(self, x):
        self.linear.inputs.clear()  # of a pass that never came back
        for tanh in self.tanh:
            x = tanh.forward(self.linear.forward(x))
        return x

    def backward(self, dy):
        self.linear.grad_weight[...] = 0
        for tanh in reversed(self.tanh):
            dy = self.linear.backward(tanh.backward(dy))
        return dy


rng = np.random.default_rng(0)
net = Twice(rng.normal(size=(3, 3)))
print(max(gradient_errors(net, rng.normal(size=(5, 3)))) < 1e-8)
# --8<-- [end:solution]
