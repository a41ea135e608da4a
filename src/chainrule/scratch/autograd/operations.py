"""What tensors are made by: each operation beside its derivatives."""

# --8<-- [start:frozen]
import numpy as np

from chainrule.scratch.autograd.copies import spread
from chainrule.scratch.autograd.operation import operation


def frozen(at):
    """An index that does not change when its arrays are written to."""
    parts = at if isinstance(at, tuple) else (at,)
    lists = list | np.ndarray
    return tuple(np.array(p) if isinstance(p, lists) else p for p in parts)


# --8<-- [end:frozen]


# --8<-- [start:arithmetic]
@operation
def neg(x, /):
    return -x, lambda dy: -dy


@operation
def add(a, b, /):
    return a + b, lambda dy: dy, lambda dy: dy


@operation
def sub(a, b, /):
    return a - b, lambda dy: dy, lambda dy: -dy


@operation
def mul(a, b, /):
    return a * b, lambda dy: dy * b, lambda dy: dy * a


@operation
def div(a, b, /):
    return a / b, lambda dy: dy / b, lambda dy: -dy * (a / b) / b


@operation
def power(x, /, n):
    n = float(n)  # refuses tensors
    return x**n, lambda dy: dy * n * x ** (n - 1) if n else 0 * dy


@operation
def matmul(a, b, /):
    if a.ndim < 2 or b.ndim < 2:
        raise ValueError("two matrices, please; v[:, None] is a column")
    return a @ b, lambda dy: dy @ b.mT, lambda dy: a.mT @ dy


# --8<-- [end:arithmetic]


# --8<-- [start:functions]
@operation
def exp(x, /):
    y = np.exp(x)
    return y, lambda dy: dy * y


@operation
def log(x, /):
    return np.log(x), lambda dy: dy / x


@operation
def tanh(x, /):
    y = np.tanh(x)
    return y, lambda dy: dy * (1 - y**2)


@operation
def relu(x, /):
    y = np.maximum(0, x)
    return y, lambda dy: np.where(y <= 0, 0, dy)


# --8<-- [end:functions]


# --8<-- [start:reductions]
@operation
def sum_over(x, /, axis=None, keepdims=False):
    shape = x.shape
    y = x.sum(axis=axis, keepdims=keepdims)
    return y, lambda dy: spread(dy, shape, axis, keepdims)


@operation
def mean_over(x, /, axis=None, keepdims=False):
    shape = x.shape
    y = x.mean(axis=axis, keepdims=keepdims)
    n = x.size / (y.size or 1)
    return y, lambda dy: spread(dy / n, shape, axis, keepdims)


@operation
def max_over(x, /, axis=None, keepdims=False):
    """Where several are largest each gets an equal share: torch.amax."""
    shape = x.shape
    y = x.max(axis=axis, keepdims=keepdims)
    won = (x == spread(y, shape, axis, keepdims)).astype(x.dtype)
    share = won / won.sum(axis=axis, keepdims=True)
    return y, lambda dy: share * spread(dy, shape, axis, keepdims)


# --8<-- [end:reductions]


# --8<-- [start:places]
@operation
def reshape(x, /, *shape):
    before = x.shape
    return x.reshape(*shape), lambda dy: dy.reshape(before)


@operation
def transpose(x, /, *axes):
    """Of matrices, or with its axes in this order."""
    order = np.arange(x.ndim)[[*axes] if axes else slice(None, None, -1)]
    return x.transpose(order), lambda dy: dy.transpose(np.argsort(order))


@operation
def index(x, /, at):
    shape, at = x.shape, frozen(at)

    def back(dy):
        dx = np.zeros(shape, dy.dtype)
        np.add.at(dx, at, dy)  # a number taken twice gets both
        return dx

    return x[at], back


# --8<-- [end:places]


# --8<-- [start:names]
def _swapped(f):
    return lambda b, a: f(b.operand(a), b)


def _in_place(f):
    return lambda a, b: a.change(f(a, b))


class Operations:
    """The operations under the names that Python and NumPy have for them."""

    __neg__, __pow__, __getitem__ = neg, power, index
    __add__, __radd__, __iadd__ = add, _swapped(add), _in_place(add)
    __sub__, __rsub__, __isub__ = sub, _swapped(sub), _in_place(sub)
    __mul__, __rmul__, __imul__ = mul, _swapped(mul), _in_place(mul)
    __truediv__, __rtruediv__ = div, _swapped(div)
    __itruediv__ = _in_place(div)
    __matmul__, __rmatmul__ = matmul, _swapped(matmul)
    exp, log, tanh, relu = exp, log, tanh, relu
    sum, mean, max = sum_over, mean_over, max_over
    reshape, transpose = reshape, transpose
    __array_ufunc__ = None  # so that NumPy leaves array + tensor to us


# --8<-- [end:names]
