import pytest
import torch
from helpers.norms import (
    CASES,
    both,
    gone_both_ways,
    inputs,
    knows,
    twelve_batches,
)

from chainrule import nn

UNIT, TEST_TIME = "batch-normalization", "batch-norm-at-test-time"
ALL = [(name, *case) for name in ("BatchNorm1d", "BatchNorm2d") for case in CASES[name]]


@pytest.mark.parametrize(("name", "args", "keywords", "shape"), ALL)
def test_is_torchs(agree, name, args, keywords, shape):
    """Ten batches in training, then evaluation: values, gradients, buffers."""
    ours, theirs = both(name, args, **keywords)
    for mine, oracle, training in twelve_batches(ours, theirs, shape):
        assert mine.dtype == oracle.dtype
        unit, against = UNIT if training else TEST_TIME, f"torch.nn.{name}"
        agree(unit, mine, oracle, 1e-12, atol=5e-13, against=against)


@pytest.mark.parametrize("mode", [True, False])
def test_channels_last(agree, mode):
    ours, theirs = both("BatchNorm2d", (4,))
    x = inputs((3, 4, 5, 6)).to(memory_format=torch.channels_last)
    ours.train(mode)
    theirs.train(mode)
    up = inputs(x.shape, 1).to(memory_format=torch.channels_last)
    assert ours(x).stride() == theirs(x).stride()
    for mine, oracle in gone_both_ways(ours, theirs, x, up):
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against="torch.nn.BatchNorm2d")


@pytest.mark.skipif(not knows(torch.nn.BatchNorm1d, "bias"), reason="torch is older")
def test_without_a_bias(agree):
    ours, theirs = both("BatchNorm1d", (3,), bias=False)
    for mine, oracle in gone_both_ways(ours, theirs, inputs((5, 3))):
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against="torch.nn.BatchNorm1d")


def test_which_variance_is_which():
    """The biased one normalizes, the unbiased one is averaged."""
    x = torch.tensor([[1.0], [3.0], [5.0], [7.0]], dtype=torch.float64)
    for module in (nn, torch.nn):
        layer = module.BatchNorm1d(1, eps=1e-14, momentum=1.0, dtype=torch.float64)
        y = layer(x)
        torch.testing.assert_close(y.square().mean(), torch.ones(()).double())
        torch.testing.assert_close(layer.running_var, x.var(0, correction=1))
        assert layer.running_var.item() == pytest.approx(20 / 3)


def test_momentum_is_the_weight_of_the_new_value():
    x = torch.full((4, 1), 10.0)
    for module in (nn, torch.nn):
        layer = module.BatchNorm1d(1, momentum=0.25)
        layer(x)
        assert layer.running_mean.item() == 2.5
        layer(x)
        assert layer.running_mean.item() == 2.5 + 0.25 * 7.5


@pytest.mark.parametrize("shape", [(1, 3), (1, 3, 1)])
def test_a_batch_of_one_is_refused(shape):
    x = torch.ones(shape)
    for module, said in (
        (nn, r"more than one value per mean"),
        (torch.nn, "more than"),
    ):
        with pytest.raises(ValueError, match=said):
            module.BatchNorm1d(3)(x)
        with pytest.raises(ValueError, match=said):
            module.BatchNorm1d(3, track_running_stats=False).eval()(x)
        module.BatchNorm1d(3).eval()(x)
    with pytest.raises(ValueError, match=r"got \(1, 3, 1, 1\)"):
        nn.BatchNorm2d(3)(torch.ones(1, 3, 1, 1))
    assert nn.BatchNorm1d(3)(torch.ones(1, 3, 2)).shape == (1, 3, 2)


def test_no_samples_leave_the_averages_alone():
    for module in (nn, torch.nn):
        layer = module.BatchNorm1d(3)
        assert layer(torch.zeros(0, 3)).shape == (0, 3)
        assert torch.equal(layer.running_mean, torch.zeros(3))
        assert torch.equal(layer.running_var, torch.ones(3))


@pytest.mark.parametrize(
    ("name", "shape", "said"),
    [
        ("BatchNorm1d", (3,), r"expected 2D or 3D input, got \(3,\)"),
        ("BatchNorm1d", (2, 3, 4, 5), "expected 2D or 3D input"),
        ("BatchNorm1d", (5, 4), r"no 3 channels: \(5, 4\)"),
        ("BatchNorm2d", (5, 3), r"expected 4D input, got \(5, 3\)"),
        ("BatchNorm2d", (2, 4, 3, 3), r"no 3 channels: \(2, 4, 3, 3\)"),
    ],
)
def test_other_shapes_are_refused(name, shape, said):
    with pytest.raises(ValueError, match=said):
        getattr(nn, name)(3)(torch.ones(shape))
    with pytest.raises((ValueError, RuntimeError)):
        getattr(torch.nn, name)(3)(torch.ones(shape))


def test_without_tracking_from_now_on(agree):
    """The flag taken back: batches in training, what was averaged in evaluation."""
    ours, theirs = both("BatchNorm1d", (3,))
    for mode in (True, False):
        for layer in (ours, theirs):
            layer.track_running_stats = mode
        for mine, oracle in gone_both_ways(ours, theirs, inputs((5, 3))):
            agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against="torch.nn.BatchNorm1d")
    ours.eval(), theirs.eval()
    for mine, oracle in gone_both_ways(ours, theirs, inputs((5, 3))):
        agree(UNIT, mine, oracle, 1e-12, atol=5e-13, against="torch.nn.BatchNorm1d")


def test_second_derivatives_are_torchs(agree):
    """As a penalty on the gradient needs them."""
    ours, theirs = both("BatchNorm1d", (3,))
    found = []
    for layer in (ours, theirs):
        x = inputs((5, 3)).requires_grad_()
        (slope,) = torch.autograd.grad(layer(x).pow(3).sum(), x, create_graph=True)
        slope.square().sum().backward()
        found.append([x.grad, layer.weight.grad])
    for mine, oracle in zip(*found, strict=True):
        agree(UNIT, mine, oracle, 1e-10, atol=1e-10, against="torch.nn.BatchNorm1d")


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_cuda():
    ours, theirs = both("BatchNorm2d", (4,))
    ours.cuda(), theirs.cuda()
    for mine, oracle in gone_both_ways(ours, theirs, inputs((3, 4, 5, 6)).cuda()):
        torch.testing.assert_close(mine, oracle, rtol=1e-12, atol=1e-12)
