import pytest
import torch
from torch.nn.functional import conv2d

from chainrule.nn import PixelAttention

UNIT = "attention-for-images"
F64 = torch.float64


def made(channels, reduction=2):
    torch.manual_seed(channels)
    layer = PixelAttention(channels, reduction).to(F64)
    with torch.no_grad():
        layer.gamma.fill_(0.7)
    x = torch.randn(2, channels, 3, 4, dtype=F64, requires_grad=True)
    return layer, x


def by_1x1_convolutions(layer, x):
    """As in the paper: maps by convolutions of 1 x 1, a softmax over i."""
    f, g, h = (
        conv2d(x, part.weight[:, :, None, None]).flatten(2)
        for part in (layer.key, layer.query, layer.value)
    )
    s = torch.einsum("nci,ncj->nij", f, g)
    beta = torch.softmax(s, dim=1)  # over i, for each j
    o = torch.einsum("nij,nci->ncj", beta, h).reshape(2, -1, 3, 4)
    return layer.gamma * conv2d(o, layer.out.weight[:, :, None, None]) + x


@pytest.mark.parametrize("channels", [4, 6, 1])
def test_is_the_papers(agree, channels):
    layer, x = made(channels)
    inputs = [x, *layer.parameters()]
    y, oracle = layer(x), by_1x1_convolutions(layer, x)
    upstream = torch.randn_like(y)
    ours, theirs = ([z, *torch.autograd.grad(z, inputs, upstream)] for z in (y, oracle))
    for mine, other in zip(ours, theirs, strict=True):
        against = "convolutions of 1 x 1"
        agree(UNIT, mine, other, 1e-12, atol=1e-13, against=against)


def test_one_pixel_after_the_other(agree):
    layer, x = made(4)
    y = layer(x)[0].flatten(1)
    pixels = x[0].flatten(1)  # (channels, pixels)
    q, k, v = (part.weight @ pixels for part in (layer.query, layer.key, layer.value))
    for i in range(12):
        shares = [torch.exp(q[:, i] @ k[:, j]) for j in range(12)]
        mean = sum(share * v[:, j] for j, share in enumerate(shares)) / sum(shares)
        oracle = pixels[:, i] + 0.7 * layer.out.weight @ mean
        agree(UNIT, y[:, i], oracle, 1e-12, atol=1e-14, against="the sums")


def test_begins_as_the_identity():
    """And learns how much it may change: the gradient of γ is not zero."""
    layer = PixelAttention(16)
    x = torch.randn(2, 16, 3, 3)
    y = layer(x)
    assert torch.equal(y, x)
    y.square().sum().backward()
    assert layer.gamma.grad.abs() > 1e-3
    assert layer.query.out_features == 2


def test_a_set_of_pixels_has_no_order(agree):
    """Scramble the pixels, and the answers are scrambled likewise."""
    layer, x = made(4)
    order = torch.randperm(12)
    scrambled = x.flatten(2)[:, :, order].reshape(x.shape)
    oracle = layer(x).flatten(2)[:, :, order].reshape(x.shape)
    agree(UNIT, layer(scrambled), oracle, 1e-12, atol=1e-14, against="permuted")


@pytest.mark.parametrize("shape", [(1, 3, 4, 4), (4, 4, 4), (1, 4, 4)])
def test_another_shape(shape):
    with pytest.raises(ValueError, match=r"x must be \(N, 4, H, W\)"):
        PixelAttention(4)(torch.ones(shape))
