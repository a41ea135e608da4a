import numpy as np
import pytest
import torch

from chainrule.scratch.autograd import Tensor
from chainrule.scratch.autograd.copies import gathered, spread

UNIT = "chain-rule"
BROADCAST = [((2, 3), (3,)), ((2, 1), (1, 3)), ((), (2, 3)), ((4, 1, 3), (2, 1))]


@pytest.mark.parametrize("shapes", [*BROADCAST, *(pair[::-1] for pair in BROADCAST)])
@pytest.mark.parametrize("op", ["add", "sub", "mul", "div"])
def test_what_was_copied_gets_the_sum(agree, shapes, op):
    rng = np.random.default_rng(0)
    data = [rng.uniform(1, 2, size=shape) for shape in shapes]
    found = []
    for kind in (
        lambda a: Tensor(a, True),
        lambda a: torch.tensor(a, requires_grad=True),
    ):
        a, b = map(kind, data)
        y = {"add": a + b, "sub": a - b, "mul": a * b, "div": a / b}[op]
        (y * y).sum().backward()
        found.append((a.grad, b.grad))
    for ours, oracle in zip(*found, strict=True):
        agree(UNIT, ours, oracle, 1e-13, against="torch.autograd")


def test_broadcasting_and_its_way_back_are_transposes(agree):
    """<spread(y), z> = <y, gathered(z)>, for all y and z."""
    rng = np.random.default_rng(0)
    shape = 4, 2, 3
    z = rng.normal(size=shape)
    for axis in (None, 0, -1, (0, 2)):
        for keepdims in (True, False):
            y = rng.normal(size=z.sum(axis=axis, keepdims=keepdims).shape)
            one = (spread(y, shape, axis, keepdims) * z).sum()
            other = (y * z.sum(axis=axis, keepdims=keepdims)).sum()
            agree(UNIT, one, other, 1e-13, against="the transpose")
    for given in ((), (3,), (2, 1), (1, 1, 3), (4, 1, 1), shape):
        y = rng.normal(size=given)
        one = (np.broadcast_to(y, shape) * z).sum()
        agree(UNIT, one, (y * gathered(z, y)).sum(), 1e-13, against="the transpose")
