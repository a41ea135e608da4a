# kind: numeric
"""Exercise 2: Softplus as a layer."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.analysis import gradient_errors
from chainrule.scratch.checks import real
from chainrule.scratch.nn import Layer, Linear, Sequential, sigmoid


class Softplus(Layer):
    """ln(1 + e^x), elementwise, without overflow."""

    def forward(self, x):
        x = real(x, "x")
        self.keep(x)
        return np.logaddexp(0, x)

    def backward(self, dy):
        (x,) = self.take()
        return dy * sigmoid(x)


rng = np.random.default_rng(0)
chain = Sequential(Linear(3, 4, rng), Softplus(), Linear(4, 2, rng))
errors = gradient_errors(chain, rng.normal(size=(5, 3)))
print(max(errors) < 1e-8, Softplus().forward([-1000, 0, 1000]).round(4))
# --8<-- [end:solution]
