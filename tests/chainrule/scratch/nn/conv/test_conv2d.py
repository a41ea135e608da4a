import numpy as np
import pytest
import torch
from helpers.windows import CONVOLUTIONS, both, both_ways, pictures

from chainrule.scratch import nn

UNIT, ONE = "multi-channel-convolution", "convolution-with-filters"


@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")
@pytest.mark.parametrize(("args", "keywords", "shape"), CONVOLUTIONS)
def test_is_torchs(agree, args, keywords, shape):
    pair = both(nn.Conv2d, torch.nn.Conv2d, args, keywords)
    for mine, oracle in both_ways(*pair, pictures(shape)):
        assert mine.shape == oracle.shape
        if mine.size:
            against = "torch.nn.Conv2d"
            agree(UNIT, mine, oracle, 1e-12, atol=1e-13, against=against)


def test_is_the_definition(agree):
    layer, x = nn.Conv2d(3, 4, (3, 2), stride=2, rng=0), pictures((2, 3, 8, 7))
    loops = [nn.conv2d_loops(p, *layer.params, stride=2) for p in x]
    agree(ONE, layer.forward(x), np.array(loops), 1e-12, against="the definition")


def test_a_filter_is_not_flipped():
    layer = nn.Conv2d(1, 1, 3, padding=2, bias=False)
    impulse = np.zeros((1, 1, 3, 3))
    impulse[0, 0, 1, 1] = 1
    y = layer.forward(impulse)[0, 0, 1:-1, 1:-1]
    assert np.array_equal(y, layer.weight[0, 0, ::-1, ::-1])


def test_starts_as_torch_does():
    """Uniform in ±1/√(channels of a group · places), the bias as well."""
    layer = nn.Conv2d(6, 4000, (3, 2), groups=2, rng=0)
    bound = 1 / np.sqrt(3 * 3 * 2)
    for array in layer.params:
        assert 0.99 * bound < np.abs(array).max() <= bound
        assert np.abs(array).mean() == pytest.approx(bound / 2, rel=0.05)
    assert np.array_equal(
        nn.Conv2d(1, 2, 3, rng=5).weight, nn.Conv2d(1, 2, 3, rng=5).weight
    )


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_stays(dtype):
    layer = nn.Conv2d(2, 3, 3, padding=1, padding_mode="reflect", dtype=dtype)
    y = layer.forward(pictures((1, 2, 4, 4)).astype(dtype))
    found = [y, layer.backward(y), *layer.params, *layer.grads]
    assert {a.dtype for a in found} == {np.dtype(dtype)}


def test_bytes_are_numbers():
    layer, x = nn.Conv2d(1, 1, 2, rng=0), np.arange(250, 259, dtype=np.uint16)
    x = np.minimum(x, 255).astype(np.uint8).reshape(1, 1, 3, 3)
    assert np.array_equal(layer.forward(x), layer.forward(x.astype(float)))


REFUSED = [
    ((3, 4, 3), {"groups": 2}, "no convolution from 3 to 4 channels in 2 groups"),
    ((4, 3, 3), {"groups": 2}, "no convolution from 4 to 3 channels in 2 groups"),
    ((0, 4, 3), {}, "no convolution from 0 to 4"),
    ((1, 1, 0), {}, "kernel_size must be one or two integers of 1 or more, got 0"),
    ((1, 1, 2.0), {}, "kernel_size must be one or two integers .*, got 2.0"),
    ((1, 1, 2), {"stride": (1, 0)}, r"stride .*, got \(1, 0\)"),
    ((1, 1, 2), {"padding": -1}, "padding .* of 0 or more, got -1"),
    ((1, 1, 2), {"dilation": (1, 1, 1)}, r"dilation .*, got \(1, 1, 1\)"),
    ((1, 1, 2), {"padding": "same", "stride": 2}, r"'same' with a stride of \(2, 2\)"),
    ((1, 1, 2), {"padding_mode": "mirror"}, "one of zeros, reflect, .*, got 'mirror'"),
]


@pytest.mark.parametrize(("args", "keywords", "message"), REFUSED)
def test_refuses(args, keywords, message):
    with pytest.raises(ValueError, match=message):
        nn.Conv2d(*args, **keywords)


def test_refuses_pictures_of_another_kind():
    layer = nn.Conv2d(2, 3, 3)
    for shape in ((2, 5, 5), (1, 3, 5, 5)):
        with pytest.raises(ValueError, match=r"x must be \(N, 2, H, W\), got"):
            layer.forward(np.ones(shape))
    with pytest.raises(ValueError, match="a kernel over 3 places does not fit into 2"):
        layer.forward(np.ones((1, 2, 5, 2)))
    with pytest.raises(RuntimeError, match="backward before forward"):
        layer.backward(np.ones((1, 3, 1, 1)))
