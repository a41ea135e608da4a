"""The chain rule as a program: arrays that know what they were made of.

>>> w, b = Tensor([[1.0, -2.0]], True), Tensor(0.5, True)
>>> x = Tensor([[3.0], [1.0]])
>>> y = (w @ x + b).tanh()
>>> y.backward()
>>> w.grad.round(3), float(b.grad.round(3))
(array([[0.542, 0.181]]), 0.181)
"""

from chainrule.scratch.autograd.graph import gradients, topological
from chainrule.scratch.autograd.memory import no_grad
from chainrule.scratch.autograd.operation import operation
from chainrule.scratch.autograd.tensor import Tensor

__all__ = ["Tensor", "gradients", "no_grad", "operation", "topological"]
