# kind: exact
"""What a program that records its past has to refuse."""

import numpy as np

from chainrule.scratch.autograd import Tensor, no_grad


# --8<-- [start:errors]
def attempt(what):
    try:
        what()
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}\n")


w = Tensor([1.0, 2.0], requires_grad=True)
loss = (w * w).sum()
loss.backward()
attempt(loss.backward)  # its graph is gone

loss = (w * w).sum()
with no_grad():
    w -= 0.1 * w.grad  # the derivative of w * w reads w
attempt(loss.backward)

attempt(lambda: w.__isub__(0.1))  # a step outside no_grad
attempt((w * w).backward)  # two numbers, no direction
attempt(lambda: w + np.ones(3))
# --8<-- [end:errors]
