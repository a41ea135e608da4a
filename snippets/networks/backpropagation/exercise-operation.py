# kind: numeric
"""A sigmoid of one's own, as one operation."""

from chainrule.scratch.autograd import Tensor, operation

# --8<-- [start:solution]
import numpy as np


@operation
def sigmoid(x, /):
    y = 1 / (1 + np.exp(-x))
    return y, lambda dy: dy * y * (1 - y)


x = Tensor([-2.0, 0, 3], requires_grad=True)
y = sigmoid(x)
y.sum().backward(retain_graph=True)
one = x.grad
x.grad = None
(1 / (1 + (-x).exp())).sum().backward()
print(y.op, one.round(4), np.allclose(one, x.grad, rtol=1e-14))
# --8<-- [end:solution]
