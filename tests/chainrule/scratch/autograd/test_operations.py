import numpy as np
import pytest
import torch

from chainrule.scratch.analysis import central_gradient
from chainrule.scratch.autograd import Tensor
from chainrule.scratch.autograd.operations import add, exp, matmul

UNIT = "chain-rule"
A = np.random.default_rng(0).normal(size=(2, 3, 4))
P = np.random.default_rng(1).uniform(0.5, 2, size=(2, 3, 4))
# Of a and p, both (2, 3, 4), p > 0: ours and torch's.
CASES = {
    "neg": (lambda a, p: -a,) * 2,
    "add": (lambda a, p: a + p,) * 2,
    "sub": (lambda a, p: a - p,) * 2,
    "mul": (lambda a, p: a * p,) * 2,
    "div": (lambda a, p: a / p,) * 2,
    "of numbers": (lambda a, p: 2 - (3 * a + 1) - 4 / p / 5,) * 2,
    "square": (lambda a, p: a**2,) * 2,
    "cube": (lambda a, p: a**3,) * 2,
    "root": (lambda a, p: p**0.5,) * 2,
    "inverse": (lambda a, p: p**-1,) * 2,
    "power 1": (lambda a, p: a**1,) * 2,
    "power 0": (lambda a, p: a**0,) * 2,
    "exp": (lambda a, p: a.exp(),) * 2,
    "log": (lambda a, p: p.log(),) * 2,
    "tanh": (lambda a, p: a.tanh(),) * 2,
    "relu": (lambda a, p: a.relu(),) * 2,
    "sum": (lambda a, p: a.sum(),) * 2,
    "sum over one": (lambda a, p: a.sum(axis=1), lambda a, p: a.sum(1)),
    "sum over two": (lambda a, p: a.sum((0, -1)), lambda a, p: a.sum((0, -1))),
    "sum kept": (lambda a, p: a.sum(1, True), lambda a, p: a.sum(1, True)),
    "mean": (lambda a, p: a.mean(),) * 2,
    "mean over one": (lambda a, p: a.mean(axis=0), lambda a, p: a.mean(0)),
    "mean kept": (lambda a, p: a.mean((0, 2), True), lambda a, p: a.mean((0, 2), True)),
    "max": (lambda a, p: a.max(), lambda a, p: a.amax()),
    "max over one": (lambda a, p: a.max(axis=-1), lambda a, p: a.amax(-1)),
    "max kept": (lambda a, p: a.max((0, 1), True), lambda a, p: a.amax((0, 1), True)),
    "reshape": (lambda a, p: a.reshape(6, 4),) * 2,
    "reshape by a tuple": (lambda a, p: a.reshape((4, -1)),) * 2,
    "transpose": (lambda a, p: a.transpose(), lambda a, p: a.permute(2, 1, 0)),
    "axes": (lambda a, p: a.transpose(2, 0, 1), lambda a, p: a.permute(2, 0, 1)),
    "axes from behind": (
        lambda a, p: a.transpose(-1, 0, -2),
        lambda a, p: a.permute(2, 0, 1),
    ),
    "index": (lambda a, p: a[1, :, 2],) * 2,
    "slices": (lambda a, p: a[:, 1:, ::2],) * 2,
    "new axis": (lambda a, p: a[:, None, ..., 0],) * 2,
    "index twice": (lambda a, p: a[[0, 1, 0, 0]],) * 2,
    "pairs": (lambda a, p: a[[0, 1, 0], [2, 0, 2]],) * 2,
    "mask": (
        lambda a, p: a[A[..., 0] > 0],
        lambda a, p: a[torch.tensor(A[..., 0] > 0)],
    ),
    "matmul": (lambda a, p: a[0] @ p[1].T,) * 2,
    "batches": (
        lambda a, p: a @ p.transpose(0, 2, 1),
        lambda a, p: a @ p.transpose(1, 2),
    ),
    "batch and matrix": (lambda a, p: a @ p[0].T,) * 2,
    "matrix and batch": (lambda a, p: a[0, :, :3] @ p,) * 2,
    "one and batch": (lambda a, p: a[:1] @ p[0].T.reshape(1, 4, 3),) * 2,
}


@pytest.mark.parametrize("case", CASES)
def test_value_and_derivatives_are_torchs(agree, case):
    f, g = CASES[case]
    a, p = Tensor(A, True), Tensor(P, True)
    b, q = (torch.tensor(array, requires_grad=True) for array in (A, P))
    y, oracle = f(a, p), g(b, q)
    dy = np.random.default_rng(2).normal(size=y.shape)
    y.backward(dy)
    oracle.backward(torch.tensor(dy))
    agree(UNIT, y.data, oracle, 1e-14, against="torch")
    for mine, theirs in ((a, b), (p, q)):
        assert (mine.grad is None) == (theirs.grad is None)
        if mine.grad is not None:
            agree(UNIT, mine.grad, theirs.grad, 1e-13, against="torch.autograd")


@pytest.mark.parametrize("case", CASES)
def test_derivatives_are_slopes(case):
    f, _ = CASES[case]
    a, p = Tensor(A, True), Tensor(P, True)
    y = f(a, p)
    dy = np.random.default_rng(2).normal(size=y.shape)
    y.backward(dy)
    for x, data, other in ((a, A, lambda x: (x, P)), (p, P, lambda x: (A, x))):
        if x.grad is None:
            continue

        def loss(at, data=data, other=other):
            operands = map(Tensor, other(at.reshape(data.shape)))
            return (dy * f(*operands).data).sum()

        slopes = central_gradient(loss, data.ravel()).reshape(data.shape)
        np.testing.assert_allclose(x.grad, slopes, atol=1e-7)


# --- where it is not smooth -----------------------------------------------------------


def test_of_several_largest_each_has_its_share():
    """torch.amax; torch.max(dim) would give all to one of them."""
    data = np.array([[2.0, 5, 5], [7, 7, 7]])
    x, y = Tensor(data, True), torch.tensor(data, requires_grad=True)
    x.max(axis=1).backward(np.array([1.0, 1]))
    y.amax(1).sum().backward()
    assert x.grad.tolist() == y.grad.tolist()
    assert x.grad[0].tolist() == [0, 1 / 2, 1 / 2]
    z = torch.tensor(data, requires_grad=True)
    z.max(1).values.sum().backward()
    assert sorted(z.grad[0].tolist()) == [0, 0, 1]


def test_at_zero_relu_has_slope_zero():
    data = [-1.0, -0.0, 0.0, 1.0, np.inf, -np.inf, np.nan]
    x, y = Tensor(data, True), torch.tensor(data, requires_grad=True)
    x.relu().backward(np.ones(7))
    y.relu().backward(torch.ones(7))
    assert x.grad.tolist() == y.grad.tolist()


def test_a_power_of_zero_has_no_slope_at_zero():
    x = Tensor([0.0, 2.0], True)
    (x**0).sum().backward()
    assert x.grad.tolist() == [0, 0]


def test_a_small_divisor_does_not_overflow():
    data = [1e-200, 1e200]
    x, y = Tensor(data, True), torch.tensor(data, requires_grad=True)
    y = torch.tensor(data, dtype=torch.float64, requires_grad=True)
    (np.array([1e-200, 1e200]) / x).backward(np.ones(2))
    (torch.tensor([1e-200, 1e200], dtype=torch.float64) / y).backward(torch.ones(2))
    np.testing.assert_allclose(x.grad, y.grad, rtol=1e-14)


@pytest.mark.parametrize("shape", [(0,), (0, 3)])
def test_of_nothing(shape):
    x = Tensor(np.zeros(shape), True)
    (x.exp() * 2).sum().backward()
    assert x.grad.shape == shape
    with pytest.raises(ValueError, match="max_over of"):
        x.max()


# --- other operands -------------------------------------------------------------------


def test_arrays_and_lists_on_either_side():
    x, array = Tensor(np.full((2, 2), 3.0), True), np.array([[1.0, 2], [3, 4]])
    for f in (
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a * b,
        lambda a, b: a / b,
        lambda a, b: a @ b,
    ):
        for given in (array, array.tolist()):
            y, z = f(x, given), f(given, x)
            assert isinstance(y, Tensor)
            assert isinstance(z, Tensor)
            np.testing.assert_array_equal(y.data, f(x.data, array))
            np.testing.assert_array_equal(z.data, f(array, x.data))


def test_an_array_that_is_written_to_later_was_copied():
    x, array = Tensor([1.0, 2.0], True), np.array([3.0, 4.0])
    y = (x * array).sum()
    array[...] = 0
    y.backward()
    assert x.grad.tolist() == [3, 4]


def test_so_was_an_index():
    x, at = Tensor([1.0, 2.0, 3.0], True), np.array([0, 0])
    y = x[at].sum()
    at[...] = 2
    y.backward()
    assert x.grad.tolist() == [2, 0, 0]


def test_operations_are_functions_too():
    x = Tensor([[1.0, 2.0]], True)
    assert np.array_equal(exp(x).data, x.exp().data)
    assert np.array_equal(add(x, 1).data, (x + 1).data)
    assert matmul(x, x.T).item() == 5


@pytest.mark.parametrize(
    "f", [lambda x: x + "a", lambda x: 1j * x, lambda x: x**x, lambda x: 2**x]
)
def test_what_is_no_operand(f):
    with pytest.raises(TypeError):
        f(Tensor(2.0, True))
