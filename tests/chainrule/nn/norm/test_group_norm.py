import pytest
import torch
from helpers.norms import CASES, both, gone_both_ways, inputs, twelve_batches

from chainrule import nn

UNIT, NAME, AGAINST = "group-normalization", "GroupNorm", "torch.nn.GroupNorm"
CHANNELS_LAST = ((2, 4),)


@pytest.mark.parametrize("fused", [True, False])
@pytest.mark.parametrize(("args", "keywords", "shape"), CASES[NAME])
def test_is_torchs(agree, args, keywords, shape, fused):
    """Ten batches in training, then evaluation: values, gradients, buffers."""
    ours, theirs = both(NAME, args, fused=fused, **keywords)
    for mine, oracle, _ in twelve_batches(ours, theirs, shape):
        assert mine.dtype == oracle.dtype
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=AGAINST)


def test_goes_by_the_kernel_unless_told_otherwise(monkeypatch):
    x, layer = torch.ones(2, 4, 3), nn.GroupNorm(2, 4)
    monkeypatch.setattr(torch, "group_norm", lambda *given: "the kernel's")
    assert layer(x) == "the kernel's"
    assert (nn.GroupNorm(2, 4, fused=False)(x) == 0).all()


@pytest.mark.parametrize("fused", [True, False])
@pytest.mark.parametrize("mode", [True, False])
def test_channels_last(agree, mode, fused):
    ours, theirs = both(NAME, *CHANNELS_LAST, fused=fused)
    x = inputs((3, 4, 5, 6)).to(memory_format=torch.channels_last)
    ours.train(mode)
    theirs.train(mode)
    up = inputs(x.shape, 1).to(memory_format=torch.channels_last)
    assert ours(x).stride() == theirs(x).stride()
    for mine, oracle in gone_both_ways(ours, theirs, x, up):
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against=AGAINST)


def test_one_group_and_a_group_a_channel(agree):
    """Layer normalization over all but N, and instance normalization."""
    x = inputs((3, 4, 5, 2))
    one, each = (nn.GroupNorm(g, 4, affine=False)(x) for g in (1, 4))
    layer = torch.nn.LayerNorm((4, 5, 2), elementwise_affine=False)(x)
    instance = torch.nn.InstanceNorm2d(4)(x)
    against = "torch.nn.LayerNorm"
    agree(UNIT, one, layer, 1e-12, atol=1e-14, against=against)
    against = "torch.nn.InstanceNorm2d"
    agree(UNIT, each, instance, 1e-12, atol=1e-14, against=against)


@pytest.mark.parametrize(("groups", "channels"), [(3, 4), (0, 4), (-2, 4), (5, 4)])
def test_groups_that_do_not_divide_are_refused(groups, channels):
    said = f"num_channels {channels}, num_groups {groups}"
    with pytest.raises(ValueError, match=said):
        nn.GroupNorm(groups, channels)


@pytest.mark.parametrize("shape", [(4,), (2, 6), (2, 6, 3)])
def test_other_shapes_are_refused(shape):
    with pytest.raises(ValueError, match=r"\((4,|2, 6)"):
        nn.GroupNorm(2, 4)(torch.ones(shape))
    with pytest.raises(RuntimeError):
        torch.nn.GroupNorm(2, 4)(torch.ones(shape))


def test_one_value_is_refused_as_torch_does():
    """Of a batch of one; a batch of two with one value each is let through."""
    for module in (nn, torch.nn):
        with pytest.raises(ValueError, match=r"ore than (one|1) value"):
            module.GroupNorm(4, 4)(torch.ones(1, 4))
        module.GroupNorm(4, 4)(torch.ones(2, 4))
