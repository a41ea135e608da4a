"""The way back through a graph of tensors."""

import numpy as np

from chainrule.scratch.autograd.copies import gathered
from chainrule.scratch.checks import real


# --8<-- [start:topological]
def topological(y):
    """All that a gradient of y goes to, parents before what they made.

    Each is there once, and y is the last. With a stack, not by
    recursion: a graph may be deeper than Python lets functions be.
    """
    order, seen, stack = [], set(), [(y, False)]
    while stack:
        y, complete = stack.pop()
        if complete:
            order.append(y)
        elif y not in seen:
            seen.add(y)
            stack.append((y, True))
            stack += [(x, False) for x, _ in y.edges]
    return order


# --8<-- [end:topological]


# --8<-- [start:gradients]
def gradients(order, dy):
    """dL/dx for each x of a topological order, from dL/dy of its last."""
    grads = {order[-1]: dy}
    for y in reversed(order):  # when all that was made of y is done
        for x, derivative in y.edges:
            dx = gathered(derivative(grads[y]), x.data)
            grads[x] = grads[x] + dx if x in grads else dx  # (14.18)
    return grads


# --8<-- [end:gradients]


# --8<-- [start:backward]
class Graph:
    """What a tensor was made of, and the gradient that it was left."""

    op = ""  # the name of the operation; a leaf has none
    parents: tuple | None = ()  # None when they are forgotten
    edges: tuple = ()
    kept: tuple = ()  # of what the derivatives keep: lists, and versions
    grad: np.ndarray | None = None
    data: np.ndarray
    requires_grad: bool

    def backward(self, grad=None, retain_graph=False):
        """Add dL/dx to x.grad, for every leaf x that requires it.

        L is self, one number; or else grad is dL/dself. What is no leaf
        has in grad that of this pass alone. Afterwards the graph is
        forgotten, unless it is retained. Before anything is changed,
        raises RuntimeError if nothing requires a gradient, if self is
        not one number and grad is not given, if the graph is forgotten,
        and if what a derivative kept was changed in place; ValueError
        if grad is not of the shape of self.
        """
        if not self.requires_grad:
            raise RuntimeError("nothing here requires a gradient")
        shape = self.data.shape
        if grad is None and self.data.size != 1:
            raise RuntimeError(f"{shape} is not one number: give grad")
        grad = real(np.ones_like(self.data) if grad is None else grad, "grad")
        if grad.shape != shape:
            raise ValueError(f"grad must be {shape}, got {grad.shape}")
        order = topological(self)
        for y in order:
            y.check()
        for y, dy in gradients(order, grad).items():
            if y.op:
                y.grad = np.asarray(dy)
            elif y.grad is None:
                y.grad = np.array(dy)
            else:
                y.grad += dy
        for y in () if retain_graph else order:
            y.forget()

    def check(self):
        """RuntimeError unless the way back is there, and as it was."""
        if self.parents is None:
            raise RuntimeError(
                f"what {self.op} was made of is forgotten: go back once, or "
                "pass retain_graph=True the first time"
            )
        if any(version[0] != then for version, then in self.kept):
            raise RuntimeError(
                f"what the derivative of {self.op} needs was changed in place"
            )

    def forget(self):
        if self.op:
            self.parents, self.edges, self.kept = None, (), ()


# --8<-- [end:backward]
