"""Arrays that know what they were made of."""

# --8<-- [start:tensor]
import numpy as np

from chainrule.scratch.autograd.graph import Graph
from chainrule.scratch.autograd.memory import Memory, no_grad, versions
from chainrule.scratch.autograd.operations import Operations
from chainrule.scratch.checks import real


class Tensor(Operations, Memory, Graph):
    """An array that knows what it was made of.

    data is a copy of the numbers given, in float32 or float64; what was
    given is a leaf. All else was made by an operation, op, of its
    parents. Its edges lead to those that want a gradient, each with the
    derivative that turns dL/dself into dL/dparent.
    """

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
