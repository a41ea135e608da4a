import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.nn import normalize

UNIT = "normalize-hidden-activations"


def by_autograd(x, dims, eps):
    """The operations themselves, left to autograd."""
    mean = x.mean(dims, keepdim=True)
    variance = (x - mean).square().mean(dims, keepdim=True)
    return (x - mean) / torch.sqrt(variance + eps), mean, variance


@given(st.data())
def test_values_and_gradients_are_autograds(data):
    """Over all shapes and axes; also of mean and variance."""
    shape = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    axes = st.sets(st.sampled_from(range(len(shape))), min_size=1)
    dims = sorted(data.draw(axes))
    rng = np.random.default_rng(data.draw(st.integers(0, 99)))
    x = torch.tensor(rng.normal(size=shape))
    found = []
    for function in (normalize, by_autograd):
        leaf = x.clone().requires_grad_()
        parts = function(leaf, dims, 0.1)
        sum((k * p.pow(3)).sum() for k, p in enumerate(parts, 1)).backward()
        found.append([*parts, leaf.grad])
    for ours, oracle in zip(*found, strict=True):
        torch.testing.assert_close(ours, oracle, rtol=1e-12, atol=1e-12)


def test_of_all_its_outputs_once_and_twice():
    x = torch.randn(4, 3, 2, dtype=torch.float64, requires_grad=True)
    for dims in ([0], [1, 2], [-1]):

        def function(x, dims=dims):
            return normalize(x, dims, 0.1)

        assert torch.autograd.gradcheck(function, x)
        assert torch.autograd.gradgradcheck(function, x)


@pytest.mark.parametrize("offset", [0.0, 1e3, 1e6])
def test_far_from_zero(agree, offset):
    """No E[x²] - E[x]²: beside extended precision, and no worse than torch's."""
    x = np.random.default_rng(0).normal(offset, 1, size=(500, 3))
    exact = x.astype(np.longdouble)
    exact -= exact.mean(axis=0)
    exact /= np.sqrt((exact**2).mean(axis=0) + np.longdouble(1e-5))
    exact = exact.astype(float)
    y, _, _ = normalize(torch.tensor(x), [0], 1e-5)
    against = "NumPy in extended precision"
    agree(UNIT, y, exact, 1e-12, atol=4e-16 * max(1, offset), against=against)
    theirs = torch.nn.BatchNorm1d(3, dtype=torch.float64)(torch.tensor(x)).detach()
    ours = np.abs(y.numpy() - exact).max()
    assert ours <= np.abs(theirs.numpy() - exact).max() + 1e-15


def test_strides_stay():
    x = torch.randn(2, 3, 4, 5).to(memory_format=torch.channels_last)
    assert normalize(x, [0, 2, 3], 1e-5)[0].stride() == x.stride()


def test_a_constant_becomes_zero():
    y, mean, variance = normalize(torch.full((3, 2), 7.0), [0], 1e-5)
    assert not y.any()
    assert not variance.any()
    assert (mean == 7).all()
