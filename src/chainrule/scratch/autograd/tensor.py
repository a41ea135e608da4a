"""Arrays that know what they were made of."""

# --8<-- [start:tensor]
import numpy as np

from chainrule.scratch.autograd.graph import gradients, topological
from chainrule.scratch.autograd.memory import Memory, no_grad, versions
from chainrule.scratch.autograd.operations import Operations
from chainrule.scratch.checks import real


class Tensor(Operations, Memory):
    """An array that knows what it was made of.

    data is a copy of the numbers given, in float32 or float64. Unless
    it is a leaf, which was given, an operation, op, made it of its
    parents. Its edges lead to those that want a gradient, each with the
    derivative that turns dL/dself into dL/dparent. grad is what backward
    left here, or None.
    """

    grad: np.ndarray | None = None
    op = ""
    parents: tuple | None = ()  # None: forgotten
    edges: tuple = ()
    kept: tuple = ()

    def __init__(self, data, requires_grad=False):
        self.occupy(real(data, "data").copy())
        self.requires_grad = requires_grad

    def operand(self, x):
        """x as a tensor. A single number takes the dtype of self."""
        if isinstance(x, Tensor):
            return x
        x = real(x, "operand")
        return Tensor(x if x.ndim else x.astype(self.data.dtype))

    @classmethod
    def made(cls, op, data, parents, derivatives):
        """What an operation has made of these parents."""
        y = cls.__new__(cls)
        y.occupy(np.asarray(data), parents)
        pairs = zip(parents, derivatives, strict=True)
        edges = tuple(pair for pair in pairs if pair[0].requires_grad)
        y.requires_grad = edges != () and no_grad.depth == 0
        if y.requires_grad:
            y.op, y.parents, y.edges = op, parents, edges
            y.kept = versions((*parents, y), [f for _, f in edges])
        return y

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
        if grad is None and self.data.size != 1:
            raise RuntimeError(f"{self.shape} is not one number: give grad")
        grad = real(np.ones_like(self.data) if grad is None else grad, "grad")
        if grad.shape != self.shape:
            raise ValueError(f"grad must be {self.shape}, got {grad.shape}")
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

    def detach(self):
        """A leaf of the same array, and of the same version."""
        y = Tensor.__new__(Tensor)
        y.occupy(self.data)
        y.version, y.requires_grad = self.version, False
        return y

    def item(self):
        """The number of a tensor that has one. Raises ValueError."""
        return self.data.item()

    shape = property(lambda self: self.data.shape)
    T = property(lambda self: self.transpose())

    def __setitem__(self, at, value):
        self.change(self.operand(value), at)

    def __repr__(self):
        made = f", made by {self.op}" if self.op else ""
        return f"Tensor({self.data}{made})"


# --8<-- [end:tensor]
