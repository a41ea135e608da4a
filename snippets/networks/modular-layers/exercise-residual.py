# kind: numeric
"""Exercise 3: a skip connection as a container."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.analysis import gradient_errors
from chainrule.scratch.nn import Layer, Linear, Sequential, Tanh


class Residual(Layer):
    """y = x + inner(x); inner keeps the shape of x."""

    def __init__(self, *layers):
        self.inner = Sequential(*layers)

    def parameters(self):
        return self.inner.parameters()

    def forward(self, x):
        return x + self.inner.forward(x)

    def backward(self, dy):
        return dy + self.inner.backward(dy)


rng = np.random.default_rng(0)
block = Residual(Linear(3, 3, rng), Tanh())
chain = Sequential(block, Residual(Linear(3, 3, rng)), Linear(3, 1, rng))
errors = gradient_errors(chain, rng.normal(size=(5, 3)))
print(len(errors), "arrays,", "all right:", max(errors) < 1e-8)
# --8<-- [end:solution]
