import inspect
import operator

import pytest
import torch

from chainrule.optim.engine.tensor_list import METHODS, TensorList

A = [torch.tensor([0.25, 0.5]), torch.tensor(0.75)]
B = [torch.tensor([0.5, 2.0]), torch.tensor(3.0)]
C = [torch.tensor([4.0, 0.5]), torch.tensor(0.125)]
# What stands beside x; nothing where a method is not named.
BESIDE = {
    "add": ([B], {"alpha": 0.5}),
    "addcdiv": ([B, C], {"value": -0.5}),
    "addcmul": ([B, C], {"value": -0.5}),
    "clamp_max": ([0.6], {}),
    "clamp_min": ([0.4], {}),
    "copy": ([B], {}),
    "div": ([B], {}),
    "lerp": ([B, 0.25], {}),
    "maximum": ([B], {}),
    "minimum": ([B], {}),
    "mul": ([B], {}),
    "pow": ([3], {}),
    "sub": ([B], {"alpha": 0.5}),
}


def copies(tensors):
    return [x.clone() for x in tensors]


@pytest.mark.parametrize("name", METHODS)
def test_method_is_that_of_each_tensor(name):
    beside, named = BESIDE.get(name.removesuffix("_"), ([], {}))
    wanted = []
    for i, x in enumerate(copies(A)):
        others = [y[i] if isinstance(y, list) else y for y in beside]
        wanted.append(getattr(x, name)(*others, **named))
    x = TensorList(copies(A))
    made = getattr(x, name)(*beside, **named)
    assert (made is x) == name.endswith("_")
    assert isinstance(made, TensorList)
    assert len(made) == len(wanted)
    assert all(map(torch.allclose, made, wanted))
    if not name.endswith("_"):
        assert all(map(torch.equal, x, A))


@pytest.mark.parametrize(
    "formula",
    [
        lambda x, y: x + y,
        lambda x, y: 1 + x,
        lambda x, y: x - y,
        lambda x, y: x * y,
        lambda x, y: 3 * x,
        lambda x, y: x / y,
        lambda x, y: x**2,
        lambda x, y: abs(-x),
        operator.iadd,
        operator.isub,
        operator.imul,
        operator.itruediv,
    ],
)
def test_arithmetic_is_that_of_each_tensor(formula):
    x = TensorList(copies(A))
    made = formula(x, TensorList(copies(B)))
    assert isinstance(made, TensorList)
    assert all(map(torch.allclose, made, map(formula, copies(A), copies(B))))
    assert (made is x) == inspect.isbuiltin(formula)


def test_the_rest_is_refused_by_name():
    x = TensorList(copies(A))
    with pytest.raises(
        AttributeError, match=r"no 'norm', only abs, abs_, add, .*zero_"
    ):
        x.norm()
    with pytest.raises(TypeError, match="cannot be compared"):
        x > 0  # noqa: B015
    with pytest.raises(TypeError, match="cannot be compared"):
        x == TensorList(copies(A))  # noqa: B015
