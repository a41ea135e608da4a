import pytest
import torch
from helpers.norms import CASES, RUNNING, both, gone_both_ways, inputs, twelve_batches

from chainrule import nn

UNIT, NAME = "instance-normalization", "InstanceNorm2d"
AGAINST = f"torch.nn.{NAME}"
CHANNELS_LAST = ((4,), torch.float64)


@pytest.mark.filterwarnings("ignore:input.s size at dim=1:UserWarning")
@pytest.mark.parametrize(("args", "keywords", "shape"), CASES[NAME] + RUNNING)
def test_is_torchs(agree, args, keywords, shape):
    """Ten batches in training, then evaluation: values, gradients, buffers."""
    ours, theirs = both(NAME, args, **keywords)
    for mine, oracle, _ in twelve_batches(ours, theirs, shape):
        assert mine.dtype == oracle.dtype
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=AGAINST)


@pytest.mark.parametrize("mode", [True, False])
def test_channels_last(agree, mode):
    ours, theirs = both(NAME, *CHANNELS_LAST)
    x = inputs((3, 4, 5, 6)).to(memory_format=torch.channels_last)
    ours.train(mode)
    theirs.train(mode)
    up = inputs(x.shape, 1).to(memory_format=torch.channels_last)
    assert ours(x).stride() == x.stride()  # torch's makes them contiguous
    for mine, oracle in gone_both_ways(ours, theirs, x, up):
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=AGAINST)


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        ((2, 3), r"expected 4D input, got \(2, 3\)"),
        ((2, 4, 5, 5), r"no 3 channels: \(2, 4, 5, 5\)"),
        ((2, 3, 1, 1), r"more than one value per mean needed, got \(2, 3, 1, 1\)"),
    ],
)
def test_other_shapes_are_refused(shape, said):
    with pytest.raises(ValueError, match=said):
        nn.InstanceNorm2d(3)(torch.ones(shape))
    with pytest.raises(ValueError):
        torch.nn.InstanceNorm2d(3, affine=True)(torch.ones(shape))


def test_an_image_of_its_own():
    x = inputs((3, 5, 4))
    layer = nn.InstanceNorm2d(3)
    assert torch.equal(layer(x), layer(x[None])[0])


def test_contrast_and_brightness_of_an_image_are_gone():
    """What the paper wants of it."""
    x, layer = inputs((2, 3, 5, 4)), nn.InstanceNorm2d(3, eps=0)
    torch.testing.assert_close(layer(4 * x - 2), layer(x), rtol=1e-12, atol=1e-12)
