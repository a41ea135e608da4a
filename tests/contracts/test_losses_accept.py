"""What every loss and every activation of scratch.nn lets in, and what it says of it.

Nothing here names a loss: what chainrule.scratch.nn exports is asked. A function of
other arguments than (y, t) or (z) has to be listed in ARGUMENTS, so that none is
forgotten.
"""

import inspect
import tracemalloc

import numpy as np
import pytest
import torch

from chainrule import nn as torch_nn
from chainrule.scratch import nn

INTEGERS = [np.uint8, np.int8, np.int16, np.uint32, np.int64, np.bool_]
ODD = [np.float16, np.longdouble]
P = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
# Whole numbers that each function takes, in its order; 0 and 1 fit booleans, too.
ARGUMENTS = {
    "bernoulli_log_prob": (P, P),
    "cross_entropy": (P, P),
    "cross_entropy_gradient": (P, P),
    "cross_entropy_with_logits": (1 - P, P),
    "cross_entropy_with_logits_gradient": (1 - P, P),
    "gaussian_nll": (P, 1 - P, np.ones_like(P)),
    "gaussian_nll_gradient": (P, 1 - P, np.ones_like(P)),
    "hardsigmoid": (P,),
    "hinge": (P, np.ones_like(P)),
    "hinge_gradient": (P, np.ones_like(P)),
    "leaky_relu": (P,),
    "leaky_relu_derivative": (P,),
    "log_softmax": (P,),
    "normal_pdf": (P, 1 - P, np.ones_like(P)),
    "ramp": (P,),
    "relu": (P,),
    "relu_derivative": (P,),
    "sigmoid": (P,),
    "sigmoid_derivative": (P,),
    "softmax": (P,),
    "softmax_jacobian": (P,),
    "tanh": (P,),
    "tanh_derivative": (P,),
}
ALL = {
    name: function
    for name, function in vars(nn).items()
    if inspect.isfunction(function)
}
LABELS = {"zero_one"}  # compares labels of any kind, words as well
AXES = {"normalize", "normalize_backward"}  # of arrays and axes: their own tests ask
WINDOWS = {  # of pictures and sizes: theirs do
    "col2im",
    "conv2d_loops",
    "conv_output_size",
    "im2col",
    "receptive_field_size",
}
NUMBERS = sorted(ALL.keys() - LABELS - AXES - WINDOWS)
CLASSES = [name for name in NUMBERS if "cross_entropy" in name and "binary" not in name]


def arguments(name):
    return ARGUMENTS.get(name, (P, 1 - P))


def call(name, *given):
    with np.errstate(divide="ignore"):
        result = ALL[name](*given)
    return result if isinstance(result, tuple) else (result,)


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("dtype", INTEGERS + ODD)
def test_every_real_number_counts_as_float64(name, dtype):
    whole = call(name, *(a.astype(dtype) for a in arguments(name)))
    for ours, oracle in zip(whole, call(name, *arguments(name)), strict=True):
        assert np.asarray(ours).dtype == np.float64
        np.testing.assert_array_equal(ours, oracle)


@pytest.mark.parametrize("name", NUMBERS)
def test_lists_are_arrays(name):
    given = (a.astype(int).tolist() for a in arguments(name))
    for ours, oracle in zip(
        call(name, *given), call(name, *arguments(name)), strict=True
    ):
        np.testing.assert_array_equal(ours, oracle)


@pytest.mark.parametrize("name", NUMBERS)
def test_float32_stays_where_nothing_adds_up(name):
    for value in call(name, *(a.astype(np.float32) for a in arguments(name))):
        assert value.dtype == (np.float32 if value.ndim else np.float64)


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("kind", [complex, "U3", object, "M8[s]"])
def test_refuses_what_is_no_real_number(name, kind):
    for place in range(len(arguments(name))):
        given = list(arguments(name))
        given[place] = given[place].astype(int).astype(kind)
        with pytest.raises(TypeError, match="must be real numbers, got"):
            call(name, *given)


@pytest.mark.parametrize("name", sorted(ALL.keys() - AXES - WINDOWS))
def test_refuses_masked_entries(name):
    for place in range(len(arguments(name))):
        given = list(arguments(name))
        given[place] = np.ma.array(given[place], mask=P == 1)
        with pytest.raises(TypeError, match="masked entries"):
            call(name, *given)
        given[place] = list(given[place])
        with pytest.raises(TypeError, match="masked entries"):
            call(name, *given)


def test_the_small_integers_of_the_reports():
    def u(*values):
        return np.array(values, np.uint8)

    assert nn.mse(u(0), u(255)) == 65025
    assert nn.l1(u(3), u(5)) == 2
    assert nn.huber(u(3), u(5)) == 1.5
    assert nn.half_squared_error(u(3), u(5)) == 2
    assert nn.mse(np.array([-100], np.int8), np.array([100], np.int8)) == 40000
    assert nn.hinge(u(3), np.array([-1], np.int8)) == 4
    three, zero = torch.tensor([[3.0], [0.0]]).double()
    oracle = torch.nn.BCEWithLogitsLoss()(three, zero)
    ours = nn.binary_cross_entropy_with_logits(u(3), u(0))
    assert ours == pytest.approx(oracle.item(), rel=1e-14)
    oracle = torch.softmax(torch.tensor([1.0, 2.0]).double(), 0)
    np.testing.assert_allclose(nn.softmax(u(1, 2)), oracle, rtol=1e-15)
    assert nn.sigmoid(np.int8(-128)) == pytest.approx(np.exp(-128), rel=1e-14)
    assert nn.mse(np.float16(200), np.float16(-200)) == 160_000


@pytest.mark.parametrize("name", CLASSES)
@pytest.mark.parametrize(
    "t", [[True, False], [0.0, 1.0], [0, 3], [-1, 0], [[0], [1]], ["0", "1"]]
)
def test_classes_are_integers_in_range_and_one_for_each_row(name, t):
    with pytest.raises(ValueError):
        call(name, P, np.array(t))


@pytest.mark.parametrize("name", CLASSES)
@pytest.mark.parametrize("row", [[0.5, 0.6, 0.0], [0.2, 0.2, 0.2], [-0.5, 1.0, 0.5]])
def test_soft_targets_are_distributions(name, row):
    with pytest.raises(ValueError, match=r"add up to 1, got|in \[0, 1\]"):
        call(name, P, np.array([row, row]))
    with pytest.raises(ValueError, match="add up to 1"):
        torch_nn.CrossEntropyLoss()(torch.tensor(P), torch.tensor([row, row]).double())


@pytest.mark.parametrize("name", CLASSES)
def test_many_classes_need_no_square(name):
    """One sample of 6,000 classes: 288 MB for an identity, 48 kB for a row."""
    y = np.full((1, 6000), 1 / 6000)
    tracemalloc.start()
    call(name, y, np.array([5999]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12 * y.nbytes


@pytest.mark.parametrize("t", [0, 1, 2])
def test_a_class_ruled_out(t):
    """torch.nn.CrossEntropyLoss is the oracle: ln 2, or inf for the class itself."""
    z = np.array([[-np.inf, 0.0, 0.0]])
    leaf = torch.tensor(z, requires_grad=True)
    oracle = torch.nn.CrossEntropyLoss()(leaf, torch.tensor([t]))
    oracle.backward()
    gradient = nn.cross_entropy_with_logits_gradient(z, [t])
    assert nn.cross_entropy_with_logits(z, [t]) == pytest.approx(oracle.item())
    np.testing.assert_allclose(gradient, leaf.grad, atol=1e-15)
    loss = nn.CrossEntropyLoss()
    assert loss.forward(z, np.array([t])) == pytest.approx(oracle.item())
    np.testing.assert_allclose(loss.backward(), leaf.grad, atol=1e-15)
    soft = np.eye(3)[[t]]
    assert nn.cross_entropy_with_logits(z, soft) == pytest.approx(oracle.item())
    for target in (torch.tensor([t]), torch.tensor(soft)):
        ours = torch.tensor(z, requires_grad=True)
        loss = torch_nn.CrossEntropyLoss()(ours, target)
        loss.backward()
        assert loss.item() == pytest.approx(oracle.item())
        torch.testing.assert_close(ours.grad, leaf.grad)
    weight = torch.tensor([0.0, 1.0, 2.0]).double()
    loss = torch_nn.CrossEntropyLoss(weight, label_smoothing=0.1, reduction="sum")
    assert torch.isfinite(loss(torch.tensor(z), torch.tensor([t])))


@pytest.mark.parametrize("z", [-np.inf, -1000.0, 1000.0, np.inf])
@pytest.mark.parametrize("t", [0.0, 0.25, 1.0])
def test_binary_logits_in_the_limit(z, t):
    limit = (1 - t) * max(z, 0) if t < 1 else 0.0
    limit += t * max(-z, 0) if t > 0 else 0.0
    slope = float(z > 0) - t
    y, target = np.array([z]), np.array([t])
    assert nn.binary_cross_entropy_with_logits(y, target) == limit
    assert nn.binary_cross_entropy_with_logits_gradient(y, target)[0] == slope
    leaf = torch.tensor([z], dtype=torch.float64, requires_grad=True)
    loss = torch_nn.BCEWithLogitsLoss()(leaf, torch.tensor([t]).double())
    loss.backward()
    assert (loss.item(), leaf.grad.item()) == (limit, slope)


def test_infinite_logits_in_the_limit():
    assert nn.softmax([np.inf, 0, -np.inf]).tolist() == [1, 0, 0]
    assert nn.softmax([np.inf, np.inf, 5]).tolist() == [0.5, 0.5, 0]
    assert nn.cross_entropy_with_logits([np.inf, 0], 0) == 0
    assert nn.cross_entropy_with_logits([np.inf, 0], 1) == np.inf
    assert np.isnan(nn.softmax([np.nan, 0])).all()  # an activation lets it pass
    for name in ("softmax", "log_softmax"):
        with pytest.raises(ValueError, match="no class is possible"):
            call(name, [-np.inf, -np.inf])


LOSSES = [
    cls
    for cls in vars(torch_nn).values()
    if inspect.isclass(cls)
    and cls.__name__.endswith("Loss")
    and cls is not torch_nn.Loss
]


@pytest.mark.parametrize("cls", LOSSES)
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("dtype", [torch.uint8, torch.int8, torch.int64, torch.bool])
def test_torch_losses_refuse_integers(cls, reduction, dtype):
    x = torch.ones(2, 2, dtype=dtype)
    rest = (1.0,) if cls is torch_nn.GaussianNLLLoss else ()
    with pytest.raises(TypeError, match="floats, got torch"):
        cls(reduction=reduction)(x, x, *rest)


@pytest.mark.parametrize("cls", LOSSES)
def test_torch_losses_take_integer_targets_for_what_they_are(cls):
    x, t = torch.tensor([[0.25, 0.75]]), torch.tensor([[1, 1]])
    if cls is torch_nn.CrossEntropyLoss:
        with pytest.raises(ValueError, match=r"got torch.bool \(1,\)"):
            cls()(x, torch.tensor([True]))
        return
    rest = (1.0,) if cls is torch_nn.GaussianNLLLoss else ()
    oracle = cls()(x, t.float(), *rest)
    for dtype in (torch.uint8, torch.int64):
        assert torch.equal(cls()(x, t.to(dtype), *rest), oracle)
