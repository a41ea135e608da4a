import numpy as np
import pytest
import torch
from helpers.windows import CONVOLUTIONS

from chainrule.nn import Conv2d
from chainrule.scratch import nn as scratch

UNIT = "multi-channel-convolution"
MORE = [
    ((4, 4, 3), {"groups": 4, "padding": (0, 2), "bias": False}, (2, 4, 3, 4)),
    ((2, 2, 3), {"padding": 2, "padding_mode": "circular"}, (1, 2, 5, 4)),
]


def both(args, keywords, dtype=torch.float64):
    """Ours, and torch's with its weights."""
    torch.manual_seed(1)
    oracle = torch.nn.Conv2d(*args, **keywords, dtype=dtype)
    ours = Conv2d(*args, **keywords, dtype=dtype)
    ours.load_state_dict(oracle.state_dict())  # same names, same shapes
    return ours, oracle


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@pytest.mark.parametrize(("args", "keywords", "shape"), CONVOLUTIONS + MORE)
def test_forward_and_gradients(agree, args, keywords, shape):
    ours, oracle = both(args, keywords)
    x = torch.randn(*shape, dtype=torch.float64, requires_grad=True)
    x_oracle = x.detach().clone().requires_grad_()
    y, y_oracle = ours(x), oracle(x_oracle)
    assert y.shape == y_oracle.shape
    upstream = torch.randn_like(y)
    y.backward(upstream)
    y_oracle.backward(upstream)
    pairs = [(y, y_oracle), (x.grad, x_oracle.grad)]
    pairs += [
        (p.grad, q.grad)
        for p, q in zip(ours.parameters(), oracle.parameters(), strict=True)
    ]
    for mine, other in pairs:
        if mine.numel():
            against = "torch.nn.Conv2d"
            agree(UNIT, mine, other, 1e-12, atol=1e-13, against=against)


def test_as_the_one_in_numpy(agree):
    twin = scratch.Conv2d(4, 6, (3, 2), (2, 1), (1, 2), (1, 2), groups=2, rng=0)
    ours = Conv2d(4, 6, (3, 2), (2, 1), (1, 2), (1, 2), groups=2).double()
    with torch.no_grad():
        for p, array in zip(ours.parameters(), twin.params, strict=True):
            p.copy_(torch.tensor(array))
    x = np.random.default_rng(0).normal(size=(3, 4, 9, 8))
    y = ours(torch.tensor(x))
    agree(UNIT, y, twin.forward(x), 1e-12, atol=1e-13, against="scratch.nn.Conv2d")


@pytest.mark.parametrize("bias", [True, False])
def test_initialization(agree, bias):
    """Same generator state, same numbers as torch: weight first, then bias."""
    layers = []
    for cls in (torch.nn.Conv2d, Conv2d):
        torch.manual_seed(2)
        layers.append(cls(4, 6, (3, 2), groups=2, bias=bias, dtype=torch.float64))
    for theirs, mine in zip(*(la.parameters() for la in layers), strict=True):
        agree(UNIT, mine, theirs, 1e-15, against="torch.nn.Conv2d")


def test_device_and_dtype_are_passed_on():
    layer = Conv2d(2, 3, 3, device="meta", dtype=torch.float16)
    for parameter in layer.parameters():
        assert parameter.device.type == "meta"
        assert parameter.dtype is torch.float16


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("half", [torch.bfloat16, torch.float16])
def test_under_autocast(bias, half):
    """The dtype is that of torch's, and so are the numbers, as far as it has them."""
    ours, oracle = both((3, 4, 3), {"padding": 1, "bias": bias}, torch.float32)
    x = torch.randn(2, 3, 5, 6)
    with torch.autocast("cpu", half):
        y, theirs = ours(x), oracle(x)
    assert y.dtype == theirs.dtype == half
    eps = 2 * torch.finfo(half).eps  # ours rounds before the bias is added, too
    torch.testing.assert_close(y, theirs, rtol=eps, atol=eps)
    y.float().square().sum().backward()
    theirs.float().square().sum().backward()
    for p, q in zip(ours.parameters(), oracle.parameters(), strict=True):
        assert p.grad.dtype == torch.float32
        torch.testing.assert_close(p.grad, q.grad, rtol=5e-2, atol=5e-2)


@pytest.mark.parametrize(
    ("args", "keywords"),
    [
        ((2, 4, 3), {}),
        ((2, 4, (3, 1), 2, 1, 2, 2, False, "reflect"), {}),
        ((2, 4, 3), {"padding": "same"}),
    ],
)
def test_shows_its_sizes(args, keywords):
    theirs = torch.nn.Conv2d(*args, **keywords)
    assert repr(Conv2d(*args, **keywords)) == repr(theirs)


REFUSED = [
    ((3, 4, 3), {"groups": 2}, "no convolution from 3 to 4 channels in 2 groups"),
    ((4, 3, 3), {"groups": 2}, "no convolution from 4 to 3 channels in 2 groups"),
    ((1, 1, 0), {}, "kernel_size must be one or two integers of 1 or more, got 0"),
    ((1, 1, 2), {"stride": (1, 0)}, r"stride .*, got \(1, 0\)"),
    ((1, 1, 2), {"padding": -1}, "padding .* of 0 or more, got -1"),
    ((1, 1, 2), {"padding": "all"}, "padding must be 'valid', 'same' .*, got 'all'"),
    ((1, 1, 2), {"dilation": (1, 1, 1)}, r"dilation .*, got \(1, 1, 1\)"),
    ((1, 1, 2), {"padding": "same", "stride": 2}, r"'same' with a stride of \(2, 2\)"),
    ((1, 1, 2), {"padding_mode": "mirror"}, "one of zeros, reflect, .*, got 'mirror'"),
]


@pytest.mark.parametrize(("args", "keywords", "message"), REFUSED)
def test_refuses(args, keywords, message):
    with pytest.raises(ValueError, match=message):
        Conv2d(*args, **keywords)


@pytest.mark.parametrize("dtype", [torch.uint8, torch.int64, torch.bool])
def test_whole_numbers_are_refused(dtype):
    with pytest.raises(TypeError, match=f"x must be floating point, got {dtype}"):
        Conv2d(1, 1, 2)(torch.zeros(1, 1, 3, 3, dtype=dtype))


def test_refuses_pictures_of_another_kind():
    layer = Conv2d(2, 3, 3)
    for shape in ((2, 5, 5), (1, 3, 5, 5)):
        with pytest.raises(ValueError, match=r"x must be \(N, 2, H, W\), got"):
            layer(torch.ones(shape))
    with pytest.raises(RuntimeError):
        layer(torch.ones(1, 2, 5, 2))  # as torch's


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_cuda(agree):
    ours, oracle = both((3, 4, 3), {"padding": 1})
    ours, oracle = ours.cuda(), oracle.cuda()
    x = torch.randn(2, 3, 6, 5, device="cuda", dtype=torch.float64)
    against = "torch.nn.Conv2d"
    agree(UNIT, ours(x), oracle(x), 1e-12, atol=1e-13, against=against)
