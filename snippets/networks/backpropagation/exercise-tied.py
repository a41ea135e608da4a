# kind: numeric
"""One matrix in two layers: its gradient is the sum over both uses."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.autograd import Tensor

rng = np.random.default_rng(0)
array, x = rng.normal(size=(3, 3)), rng.normal(size=(3, 1))


def E(first, second):
    return ((second @ (first @ x).tanh()) ** 2).sum()


W = Tensor(array, requires_grad=True)
E(W, W).backward()
A, B = Tensor(array, requires_grad=True), Tensor(array, requires_grad=True)
E(A, B).backward()
print(np.allclose(W.grad, A.grad + B.grad, rtol=1e-14))
# --8<-- [end:solution]
