"""What every layer and every loss of scratch.nn promises, beside torch's of its name.

Nothing here names one but where its arguments differ: whatever chainrule.scratch.nn
exports and is a Layer or a Loss is asked.
"""

import numpy as np
import pytest
import torch
from helpers.layers import (
    LAYERS,
    LOSSES,
    NORMS,
    accepts,
    both_ways,
    inputs,
    made,
    task,
    torch_loss,
)

from chainrule.scratch import nn
from chainrule.scratch.analysis import central_gradient

SHAPES = [(5, 3), (1, 3), (4, 1), (1, 1)]
layers = pytest.mark.parametrize("cls", LAYERS)
losses = pytest.mark.parametrize("cls", LOSSES)
shapes = pytest.mark.parametrize("shape", SHAPES)
AT = [(c, s) for c in LAYERS for s in SHAPES if accepts(c, s)]
layers_and_shapes = pytest.mark.parametrize(
    ("cls", "shape"), AT, ids=[f"{c.__name__}-{s[0]}x{s[1]}" for c, s in AT]
)


def test_the_named_ones_are_there():
    assert {nn.Linear, nn.Maxout, nn.PReLU, nn.ReLU, nn.Sequential} <= {*LAYERS}
    assert {nn.CrossEntropyLoss, nn.HalfSquaredErrorLoss, nn.MSELoss} <= {*LOSSES}


@layers_and_shapes
def test_is_torchs(cls, shape):
    ours, theirs = made(cls, shape[1])
    x = torch.tensor(inputs(shape), requires_grad=True)
    y, dy, dx = both_ways(ours, inputs(shape))
    theirs(x).backward(torch.tensor(dy))
    near = {"rtol": 1e-12, "atol": 1e-15}
    if cls in NORMS:  # of one number there is nothing left, and that times 1/√ε
        near["atol"] = 2e-13
    np.testing.assert_allclose(y, theirs(x).detach(), **near)
    np.testing.assert_allclose(dx, x.grad, **near)
    for gradient, p in zip(ours.grads, theirs.parameters(), strict=True):
        np.testing.assert_allclose(gradient, p.grad, **near)


@layers_and_shapes
def test_gradients_are_slopes(cls, shape):
    layer, x = made(cls, shape[1])[0], inputs(shape)
    _, dy, dx = both_ways(layer, x)
    found = [dx, *(gradient.copy() for gradient in layer.grads)]
    for array, gradient in zip([x, *layer.params], found, strict=True):
        kept = array.copy()

        def loss(at, array=array):
            array[...] = at.reshape(array.shape)
            return (dy * layer.forward(x)).sum()

        slopes = central_gradient(loss, kept.ravel()).reshape(kept.shape)
        array[...] = kept
        np.testing.assert_allclose(gradient, slopes, atol=1e-8)


@layers
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays(cls, dtype):
    layer = made(cls, 3, dtype)[0]
    y, _, dx = both_ways(layer, inputs((5, 3), dtype))
    assert {a.dtype for a in (y, dx, *layer.params, *layer.grads)} == {np.dtype(dtype)}


@layers
@pytest.mark.parametrize("dtype", [np.int64, np.uint8, np.bool_, np.float16])
def test_other_numbers_count_as_float64(cls, dtype):
    whole = np.array([[0, 1, 1], [1, 0, 1]]).astype(dtype)
    ours, same = made(cls, 3)[0].forward(whole), made(cls, 3)[0].forward(whole * 1.0)
    assert ours.dtype == np.float64
    assert np.array_equal(ours, same)


@layers
def test_what_is_no_number_is_refused(cls):
    for x in (np.ones((2, 3)) * 1j, np.array([["a", "b", "c"]])):
        with pytest.raises(TypeError, match="must be real numbers, got"):
            made(cls, 3)[0].forward(x)


@layers
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
def test_infinities_and_nan_go_through_as_in_torch(cls):
    """Forward, and back to the input: bit for bit where they are."""
    ours, theirs = made(cls, 3)
    x = np.array([[-np.inf, 0, np.inf], [np.nan, -1, 1], [0, np.inf, np.nan]])
    leaf = torch.tensor(x, requires_grad=True)
    y, dy, dx = both_ways(ours, x)
    theirs(leaf).backward(torch.tensor(dy))
    np.testing.assert_allclose(y, theirs(leaf).detach(), rtol=1e-12)
    np.testing.assert_allclose(dx, leaf.grad, rtol=1e-12, atol=1e-15)


@layers
def test_an_empty_batch_goes_both_ways(cls):
    if not accepts(cls, (0, 3)):
        pytest.skip("statistics of no values")
    layer = made(cls, 3)[0]
    y, _, dx = both_ways(layer, np.zeros((0, 3)))
    assert y.shape[0] == 0
    assert dx.shape == (0, 3)
    assert not any(gradient.any() for gradient in layer.grads)


@layers
def test_two_batches_in_one_have_the_sum_of_their_gradients(cls):
    layer = made(cls, 3)[0]
    _, dy, dx = both_ways(layer, inputs((5, 3)))
    once = [gradient.copy() for gradient in layer.grads]
    layer.forward(np.tile(inputs((5, 3)), (2, 1)))
    twice = layer.backward(np.tile(dy, (2, 1)))
    np.testing.assert_allclose(twice, np.tile(dx, (2, 1)), rtol=1e-12, atol=1e-15)
    for gradient, one in zip(layer.grads, once, strict=True):
        np.testing.assert_allclose(gradient, 2 * one, rtol=1e-12, atol=1e-15)


@layers
def test_backward_wants_a_forward(cls):
    layer = made(cls, 3)[0]
    with pytest.raises(RuntimeError, match=r"\w+: backward before forward"):
        layer.backward(inputs((5, 3)))
    _, dy, _ = both_ways(layer, inputs((5, 3)))
    with pytest.raises(RuntimeError, match="backward before forward"):
        layer.backward(dy)  # a second time


@layers
def test_a_forward_leaves_gradients_and_input_alone(cls):
    layer, x = made(cls, 3)[0], inputs((5, 3))
    both_ways(layer, x)
    before = [gradient.copy() for gradient in layer.grads]
    layer.forward(inputs((7, 3), seed=3))
    assert np.array_equal(x, inputs((5, 3)))
    for gradient, was in zip(layer.grads, before, strict=True):
        assert np.array_equal(gradient, was)


@layers
def test_gradients_are_of_the_last_forward_and_in_the_same_arrays(cls):
    layer, fresh = made(cls, 3)[0], made(cls, 3)[0]
    pairs = layer.parameters()
    assert all(p.shape == g.shape and p.dtype == g.dtype for p, g in pairs)
    both_ways(layer, inputs((7, 3), seed=3))
    both_ways(layer, inputs((5, 3)))
    both_ways(fresh, inputs((5, 3)))
    for (p, g), (q, h) in zip(layer.parameters(), pairs, strict=True):
        assert p is q
        assert g is h
    for g, h in zip(layer.grads, fresh.grads, strict=True):
        assert np.array_equal(g, h)


# --- losses -------------------------------------------------------------------------


@losses
@shapes
def test_a_loss_is_torchs(cls, shape):
    y, t, leaf, target = task(cls, shape)
    ours, theirs = cls(), torch_loss(cls)
    loss = theirs(leaf, target)
    loss.backward()
    np.testing.assert_allclose(ours.forward(y, t), loss.item(), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(ours.backward(), leaf.grad, rtol=1e-12, atol=1e-15)
    assert np.array_equal(y, leaf.detach())  # what came in is as it was


@losses
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_gradient_has_the_dtype_of_the_predictions(cls, dtype):
    loss, (y, t, *_) = cls(), task(cls, (5, 3), dtype)
    assert loss.forward(y, t).dtype == np.float64  # a sum
    assert loss.backward().dtype == dtype


@losses
def test_the_way_back_is_gone_once(cls):
    loss, (y, t, *_) = cls(), task(cls, (5, 3))
    with pytest.raises(RuntimeError, match=f"{cls.__name__}: backward before forward"):
        loss.backward()
    loss.forward(y, t)
    loss.backward()
    with pytest.raises(RuntimeError, match="backward before forward"):
        loss.backward()


@losses
def test_a_batch_beside_its_copy_has_the_same_loss_and_half_the_slopes(cls):
    y, t, *_ = task(cls, (5, 3))
    one, two = cls(), cls()
    twice = two.forward(np.concatenate([y, y]), np.concatenate([t, t]))
    np.testing.assert_allclose(twice, one.forward(y, t), rtol=1e-12)
    slopes = np.concatenate([one.backward()] * 2) / 2
    np.testing.assert_allclose(two.backward(), slopes, rtol=1e-12)


# --- a chain of them ----------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 6])
def test_a_network_in_a_network_is_torchs(n):
    """Two Linear of one activation each in a Sequential, and that in another."""
    rng = np.random.default_rng(0)
    first, second, last = (nn.Linear(i, o, rng) for i, o in ((3, 4), (4, 5), (5, 2)))
    inner = nn.Sequential(first, nn.Sigmoid(), second, nn.ReLU())
    model, loss = nn.Sequential(inner, last), nn.CrossEntropyLoss()
    x, t = inputs((n, 3)), rng.integers(2, size=n)
    value = loss.forward(model.forward(x), t)
    dx = model.backward(loss.backward())

    leaf = torch.tensor(x, requires_grad=True)
    leaves = [torch.tensor(p, requires_grad=True) for p in model.params]
    assert len(leaves) == 6
    W1, b1, W2, b2, W3, b3 = leaves
    h = torch.relu(torch.sigmoid(leaf @ W1.T + b1) @ W2.T + b2)
    oracle = torch.nn.functional.cross_entropy(h @ W3.T + b3, torch.tensor(t))
    oracle.backward()
    np.testing.assert_allclose(value, oracle.item(), rtol=1e-12)
    np.testing.assert_allclose(dx, leaf.grad, rtol=1e-12, atol=1e-16)
    for gradient, p in zip(model.grads, leaves, strict=True):
        np.testing.assert_allclose(gradient, p.grad, rtol=1e-12, atol=1e-16)


CHAINED = [cls for cls in LAYERS if cls not in NORMS]  # whose slopes reach 1/√ε


def chain(seed, width=3):
    """Up to eight layers of any kind, ours and torch's, for so many features."""
    rng = np.random.default_rng(seed)
    mine, others = [], []
    for _ in range(rng.integers(1, 9)):
        cls = CHAINED[rng.integers(len(CHAINED))]
        ours, theirs = made(cls, width)
        for p, q in zip(ours.params, theirs.parameters(), strict=True):
            p[...] = rng.normal(size=p.shape)
            q.data.copy_(torch.tensor(p))
        width = ours.forward(np.zeros((1, width))).shape[1]
        mine.append(ours)
        others.append(theirs)
    return nn.Sequential(*mine), torch.nn.Sequential(*others)


@pytest.mark.parametrize("seed", range(60))
def test_any_composition_is_torchs_and_its_gradients_are_slopes(seed):
    ours, theirs = chain(seed)
    x, leaf = inputs((4, 3)), torch.tensor(inputs((4, 3)), requires_grad=True)
    y, dy, dx = both_ways(ours, x)
    theirs(leaf).backward(torch.tensor(dy))
    scale = max(1.0, *(np.abs(g).max() for g in (y, dx, *ours.grads)))
    near = {"rtol": 1e-12, "atol": 1e-14 * scale}
    np.testing.assert_allclose(y, theirs(leaf).detach(), **near)
    np.testing.assert_allclose(dx, leaf.grad, **near)
    for gradient, p in zip(ours.grads, theirs.parameters(), strict=True):
        np.testing.assert_allclose(gradient, p.grad, **near)
    found = [dx, *(gradient.copy() for gradient in ours.grads)]
    for array, gradient in zip([x, *ours.params], found, strict=True):
        kept = array.copy()

        def loss(at, array=array):
            array[...] = at.reshape(array.shape)
            return (dy * ours.forward(x)).sum()

        slopes = central_gradient(loss, kept.ravel()).reshape(kept.shape)
        array[...] = kept
        np.testing.assert_allclose(gradient, slopes, rtol=1e-6, atol=1e-6 * scale)
