import numpy as np
import pytest
import torch

from chainrule.scratch.autograd import Tensor, operation

UNIT = "chain-rule"
A = np.random.default_rng(0).normal(size=(2, 3, 4))


def test_an_operation_of_one_s_own(agree):
    """The value, and for each operand what becomes of dL/dy."""

    @operation
    def sigmoid(x, /):
        y = 1 / (1 + np.exp(-x))
        return y, lambda dy: dy * y * (1 - y)

    x, leaf = Tensor(A, True), torch.tensor(A, requires_grad=True)
    y = sigmoid(x)
    (y * y).sum().backward()
    (torch.sigmoid(leaf) ** 2).sum().backward()
    agree(UNIT, x.grad, leaf.grad, 1e-13, against="torch.autograd")
    assert (y.op, sigmoid.__name__) == ("sigmoid", "sigmoid")


@pytest.mark.parametrize(
    ("f", "said"),
    [
        (lambda x: x + np.ones(4), r"add of \(2, 3\) and \(4,\): operands could not"),
        (lambda x: np.ones(4) * x, r"mul of \(4,\) and \(2, 3\): operands could not"),
        (lambda x: x @ x, r"matmul of \(2, 3\) and \(2, 3\): matmul"),
        (lambda x: x @ np.ones(3), r"matmul of \(2, 3\) and \(3,\): two matrices"),
        (lambda x: 2 @ x, r"matmul of \(\) and \(2, 3\): two matrices, please"),
        (lambda x: x.reshape(4), r"reshape of \(2, 3\): cannot reshape"),
        (lambda x: x.transpose(0, 0), r"transpose of \(2, 3\): repeated axis"),
        (lambda x: x.sum(axis=2), r"sum_over of \(2, 3\): axis 2 is out of bounds"),
    ],
)
def test_shapes_that_do_not_fit(f, said):
    with pytest.raises(ValueError, match=said):
        f(Tensor(np.ones((2, 3)), True))
