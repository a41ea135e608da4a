import math

import numpy as np
import pytest
import torch

from chainrule.nn import AdditiveScore

UNIT = "additive-attention"
F64 = {"dtype": torch.float64}


def drawn(*shape):
    torch.manual_seed(len(shape))
    return torch.randn(*shape, **F64, requires_grad=True)


def by_loops(layer, q, k):
    """One pair after the other, as the paper writes it."""
    W, U, w = (p.detach().numpy() for p in layer.parameters())
    q, k = q.detach().numpy(), k.detach().numpy()
    found = np.zeros((*q.shape[:-1], k.shape[-2]))
    for at in np.ndindex(found.shape):
        *b, i, j = at
        found[at] = w @ np.tanh(W @ q[(*b, i)] + U @ k[(*b, j)])
    return found


@pytest.mark.parametrize("batch", [(), (2,), (2, 3)])
def test_is_the_network(agree, batch):
    layer = AdditiveScore(5, 4, 3, **F64)
    q, k = drawn(*batch, 2, 5), drawn(*batch, 6, 4)
    scores = layer(q, k)
    assert scores.shape == (*batch, 2, 6)
    oracle = by_loops(layer, q, k)
    agree(UNIT, scores, oracle, 1e-13, atol=1e-15, against="loops in NumPy")


def test_gradients():
    layer, q, k = AdditiveScore(5, 4, 3, **F64), drawn(2, 5), drawn(6, 4)
    assert torch.autograd.gradcheck(
        lambda *_: layer(q, k), (q, k, *layer.parameters()), fast_mode=True
    )


def test_gradients_by_hand(agree):
    """tanh' = 1 - tanh²; each weight collects from all pairs."""
    layer, q, k = AdditiveScore(5, 4, 3, **F64), drawn(2, 5), drawn(6, 4)
    upstream = torch.randn(2, 6, **F64)
    layer(q, k).backward(upstream)
    W, U, w = (p.detach() for p in layer.parameters())
    h = torch.tanh((q @ W.T)[:, None] + (k @ U.T)[None]).detach()
    inner = upstream[..., None] * w * (1 - h**2)
    found = [q.grad, k.grad, *(p.grad for p in layer.parameters())]
    oracle = [
        inner.sum(1) @ W,
        inner.sum(0) @ U,
        inner.sum(1).T @ q.detach(),
        inner.sum(0).T @ k.detach(),
        (upstream[..., None] * h).sum((0, 1)),
    ]
    for mine, theirs in zip(found, oracle, strict=True):
        agree(UNIT, mine, theirs, 1e-12, atol=1e-14, against="the gradient by hand")


def test_start():
    torch.manual_seed(0)
    layer = AdditiveScore(400, 100, 25)
    shapes = [tuple(p.shape) for p in layer.parameters()]
    assert shapes == [(25, 400), (25, 100), (25,)]
    for p in layer.parameters():
        bound = 1 / math.sqrt(p.shape[-1])
        assert 0.85 * bound < p.abs().max() <= bound
        assert p.std().item() == pytest.approx(bound / math.sqrt(3), rel=0.2)


def test_device_and_dtype_are_passed_on():
    layer = AdditiveScore(4, 2, 3, device="meta", dtype=torch.float16)
    for p in layer.parameters():
        assert (p.device.type, p.dtype) == ("meta", torch.float16)


@pytest.mark.parametrize("sizes", [(0, 1, 1), (1, 0, 1), (1, 1, 0)])
def test_sizes_below_one(sizes):
    with pytest.raises(ValueError, match="at least 1, got"):
        AdditiveScore(*sizes)
