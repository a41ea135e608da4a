import pytest
import torch

from chainrule import nn
from chainrule.nn import conv_as_attention

UNIT = "attention-versus-cnn"
F64 = {"dtype": torch.float64}
CASES = [
    ((3, 4, 3), {"padding": 1}, (2, 3, 5, 6)),
    ((2, 3, 3), {}, (1, 2, 3, 3)),
    ((1, 2, (3, 2)), {"stride": (2, 1), "padding": (1, 2)}, (2, 1, 7, 6)),
    ((2, 2, 2), {"dilation": (1, 2), "bias": False}, (1, 2, 5, 6)),
    ((2, 1, 1), {}, (1, 2, 2, 3)),
]


@pytest.mark.parametrize(("args", "keywords", "shape"), CASES)
@pytest.mark.parametrize("kind", [torch.nn.Conv2d, nn.Conv2d])
def test_is_the_convolution(agree, args, keywords, shape, kind):
    """Output, and the gradients of input, filters and bias."""
    torch.manual_seed(0)
    conv = kind(*args, **keywords, **F64)
    x = torch.randn(shape, **F64, requires_grad=True)
    inputs = [x, *conv.parameters()]
    y, oracle = (
        conv_as_attention(conv)(x),
        torch.nn.functional.conv2d(
            x, conv.weight, conv.bias, conv.stride, conv.padding, conv.dilation
        ),
    )
    upstream = torch.randn_like(oracle)
    ours, theirs = ([z, *torch.autograd.grad(z, inputs, upstream)] for z in (y, oracle))
    for mine, other in zip(ours, theirs, strict=True):
        agree(UNIT, mine, other, 1e-12, atol=1e-14, against="torch conv2d")


def test_each_head_looks_at_one_pixel():
    """Its weights are 0 and 1, and the 1 stands where the head's shift says."""
    layer = conv_as_attention(torch.nn.Conv2d(1, 1, 3, padding=1))
    weights, size = layer.weights(6, 7)
    assert weights.shape == (9, 4 * 5, 6 * 7)
    assert size == (4, 5)
    for head in range(9):
        for i in range(20):
            row, column = i // 5 + head // 3, i % 5 + head % 3
            aim = torch.zeros(42)
            aim[row * 7 + column] = 1
            assert torch.equal(weights[head, i], aim)


def test_a_soft_look_is_no_convolution():
    conv = torch.nn.Conv2d(2, 2, 3, padding=1)
    x = torch.randn(1, 2, 5, 5)
    soft = nn.ShiftAttention(conv, sharpness=1.0)(x)
    assert (soft - conv(x)).abs().max() > 0.01


@pytest.mark.parametrize(
    ("keywords", "words"),
    [
        ({"groups": 2}, "groups=2"),
        ({"padding_mode": "circular"}, "padding_mode='circular'"),
        ({"padding": "same"}, "got 'same'"),
    ],
)
def test_what_is_refused(keywords, words):
    with pytest.raises(ValueError, match=words):
        conv_as_attention(torch.nn.Conv2d(2, 2, 3, **keywords))


def test_a_picture_without_room():
    layer = conv_as_attention(torch.nn.Conv2d(1, 1, 3))
    with pytest.raises(ValueError, match="no window fits into 2 x 5"):
        layer(torch.ones(1, 1, 2, 5))
