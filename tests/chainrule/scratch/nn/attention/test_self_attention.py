import numpy as np
import pytest
import torch
from helpers.layers import both_ways, inputs

from chainrule import nn as torch_nn
from chainrule.scratch.analysis import central_gradient
from chainrule.scratch.autograd import Tensor
from chainrule.scratch.nn import SelfAttention, Sequential, Sigmoid

UNIT = "qkv-matrices"
SHAPES = [(5, 3), (1, 3), (2, 4, 3), (2, 3, 1, 3)]


def made(scale=None, dtype=float):
    return SelfAttention(3, 4, 2, scale, rng=0, dtype=dtype)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("scale", [None, 1.0, 3.0])
def test_is_torchs(agree, shape, scale):
    layer, x = made(scale), inputs(shape)
    y, dy, dx = both_ways(layer, x)
    leaf = torch.tensor(x, requires_grad=True)
    W = [torch.tensor(p, requires_grad=True) for p in layer.params]
    oracle = torch.nn.functional.scaled_dot_product_attention(
        *(leaf @ w.T for w in W), scale=scale
    )
    oracle.backward(torch.tensor(dy))
    against = "torch.autograd"
    agree(UNIT, y, oracle, 1e-12, atol=1e-14, against=against)
    found = zip([dx, *layer.grads], [leaf, *W], strict=True)
    for gradient, p in found:
        agree(UNIT, gradient, p.grad, 1e-12, atol=1e-14, against=against)


def test_is_our_own_in_torch(agree):
    layer, x = made(), inputs((2, 5, 3))
    theirs = torch_nn.SelfAttention(3, 4, 2, dtype=torch.float64)
    with torch.no_grad():
        for p, W in zip(theirs.parameters(), layer.params, strict=True):
            p.copy_(torch.tensor(W))
    y = theirs(torch.tensor(x))
    against = "chainrule.nn.SelfAttention"
    agree(UNIT, layer.forward(x), y, 1e-12, atol=1e-14, against=against)


def test_is_what_our_own_graph_finds(agree):
    layer, x = made(), inputs((5, 3))
    _, dy, dx = both_ways(layer, x)
    leaf, *W = (Tensor(a, True) for a in (x, *layer.params))
    q, k, v = (leaf @ w.T for w in W)
    power = (q @ k.T * layer.scale).exp()
    y = power / (power @ np.ones((5, 1))) @ v
    (y * dy).sum().backward()
    for mine, other in zip([dx, *layer.grads], [leaf, *W], strict=True):
        against = "chainrule.scratch.autograd"
        agree(UNIT, mine, other.grad, 1e-12, atol=1e-14, against=against)


def test_gradients_are_slopes(agree):
    layer, x = made(), inputs((2, 4, 3))
    _, dy, dx = both_ways(layer, x)
    found = [dx, *(gradient.copy() for gradient in layer.grads)]
    for array, gradient in zip([x, *layer.params], found, strict=True):
        kept = array.copy()

        def loss(at, array=array):
            array[...] = at.reshape(array.shape)
            return (dy * layer.forward(x)).sum()

        slopes = central_gradient(loss, kept.ravel()).reshape(kept.shape)
        array[...] = kept
        against = "central differences"
        agree(UNIT, gradient, slopes, 1e-6, atol=1e-8, against=against)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays(dtype):
    layer = made(dtype=dtype)
    y, _, dx = both_ways(layer, inputs((5, 3), dtype))
    arrays = y, dx, *layer.params, *layer.grads
    assert {a.dtype for a in arrays} == {np.dtype(dtype)}


def test_start():
    layer = SelfAttention(400, 5, 30, rng=0)
    assert [p.shape for p in layer.params] == [(5, 400), (5, 400), (30, 400)]
    for p in layer.params:
        assert 0.04 < np.abs(p).max() <= 1 / 20
    assert layer.scale == pytest.approx(5**-0.5)
    assert not any(gradient.any() for gradient in layer.grads)
    assert layer.params[0] is layer.W_q
    assert layer.params[1] is layer.W_k
    assert layer.params[2] is layer.W_v


def test_is_a_layer_among_others(agree):
    """In a chain, with gradients of the last forward in the same arrays."""
    layer, x = made(), inputs((4, 3))
    chain, pairs = Sequential(layer, Sigmoid()), layer.parameters()
    y = chain.forward(x)
    both_ways(chain, inputs((7, 3), seed=3))
    _, dy, dx = both_ways(chain, x)
    leaf = torch.tensor(x, requires_grad=True)
    q, k, v = (leaf @ torch.tensor(p).T for p in layer.params)
    oracle = torch.sigmoid((q @ k.T / 2).softmax(-1) @ v)
    oracle.backward(torch.tensor(dy))
    agree(UNIT, y, oracle, 1e-12, against="torch.autograd")
    agree(UNIT, dx, leaf.grad, 1e-12, atol=1e-14, against="torch.autograd")
    for (p, g), (q, h) in zip(layer.parameters(), pairs, strict=True):
        assert p is q
        assert g is h


def test_samples_do_not_see_each_other(agree):
    layer, x = made(), inputs((3, 4, 3))
    alone = np.stack([layer.forward(one) for one in x])
    agree(UNIT, layer.forward(x), alone, 1e-13, against="each sample alone")


def test_large_scores_do_not_overflow():
    layer = made(scale=1e6)
    y, _, dx = both_ways(layer, inputs((4, 3)))
    assert np.isfinite(y).all()
    assert np.isfinite(dx).all()


def test_backward_wants_a_forward():
    layer = made()
    for _ in range(2):
        with pytest.raises(RuntimeError, match="SelfAttention: backward before"):
            layer.backward(inputs((5, 2)))
        both_ways(layer, inputs((5, 3)))


@pytest.mark.parametrize("shape", [(3,), (4, 2), (0, 3), (2, 0, 3), (0, 4, 3)])
def test_other_shapes_are_refused(shape):
    with pytest.raises(ValueError, match=r"x must be \(..., T, 3\), got"):
        made().forward(np.ones(shape))


def test_what_is_no_number_is_refused():
    with pytest.raises(TypeError, match="must be real numbers"):
        made().forward(np.ones((2, 3)) * 1j)


@pytest.mark.parametrize("sizes", [(0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_sizes_below_one(sizes):
    with pytest.raises(ValueError, match="at least 1, got"):
        SelfAttention(*sizes)
