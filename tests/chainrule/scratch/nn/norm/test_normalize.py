import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.scratch.analysis import central_gradient
from chainrule.scratch.nn import normalize, normalize_backward

UNIT = "normalize-hidden-activations"


@given(st.data())
def test_both_ways_are_autograds(data):
    """Over all shapes and axes."""
    shape = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    axes = data.draw(st.sets(st.sampled_from(range(len(shape))), min_size=1))
    axes = tuple(sorted(axes))
    rng = np.random.default_rng(data.draw(st.integers(0, 99)))
    x, dy = rng.normal(size=(2, *shape))
    leaf = torch.tensor(x, requires_grad=True)
    mean = leaf.mean(axes, keepdim=True)
    variance = (leaf - mean).square().mean(axes, keepdim=True)
    oracle = (leaf - mean) / torch.sqrt(variance + 0.1)
    oracle.backward(torch.tensor(dy))
    y, scale, *both = normalize(x, axes, 0.1)
    near = {"rtol": 1e-12, "atol": 1e-13}
    for ours, theirs in zip((y, *both), (oracle, mean, variance), strict=True):
        np.testing.assert_allclose(ours, theirs.detach(), **near)
    dx = normalize_backward(dy, y, scale, axes)
    np.testing.assert_allclose(dx, leaf.grad, **near)


@pytest.mark.parametrize("axes", [(0,), (1,), (0, 1)])
def test_the_gradient_is_a_slope(agree, axes):
    x, dy = np.random.default_rng(0).normal(size=(2, 5, 3))

    def loss(at):
        return (dy * normalize(at.reshape(x.shape), axes, 1e-5)[0]).sum()

    y, scale, *_ = normalize(x, axes, 1e-5)
    ours = normalize_backward(dy, y, scale, axes).ravel()
    slopes = central_gradient(loss, x.ravel())
    agree(UNIT, ours, slopes, 1e-7, atol=1e-8, against="central differences")


def test_mistake_17():
    """Without the paths through mean and variance it would be scale * dy."""
    x, dy = np.random.default_rng(0).normal(size=(2, 5, 3))
    y, scale, *_ = normalize(x, (0,), 0)
    dx = normalize_backward(dy, y, scale, (0,))
    assert np.abs(dx - scale * dy).max() > 0.1
    # the output does not change when x is moved or stretched: no slope that way
    assert np.abs(dx.sum(axis=0)).max() < 1e-14
    assert np.abs((dx * x).sum(axis=0)).max() < 1e-14


@pytest.mark.parametrize("offset", [1e3, 1e6])
def test_far_from_zero(agree, offset):
    """No E[x²] - E[x]², which has lost all digits at 1e8 and some before."""
    x = np.random.default_rng(0).normal(offset, 1, size=(500, 3))
    exact = x.astype(np.longdouble)
    exact -= exact.mean(axis=0)
    exact /= np.sqrt((exact**2).mean(axis=0) + np.longdouble(1e-5))
    y, _, _, variance = normalize(x, (0,), 1e-5)
    against = "NumPy in extended precision"
    agree(UNIT, y, exact.astype(float), 1e-12, atol=1e-15 * offset, against=against)
    naive = (x**2).mean(axis=0) - x.mean(axis=0) ** 2
    assert np.abs(naive - variance).max() > 1e-12 * offset


def test_what_is_let_in():
    """Lists and whole numbers count as floats, float32 stays, the rest is refused."""
    exact = normalize(np.array([[1.0], [3], [5]]), (0,), 0.1)[0]
    for x in ([[1], [3], [5]], np.array([[1], [3], [5]], np.uint8)):
        np.testing.assert_array_equal(normalize(x, (0,), 0.1)[0], exact)
    assert normalize(np.ones((2, 1), np.float32), (0,), 0.1)[0].dtype == np.float32
    for x in (
        np.ones((2, 1)) * 1j,
        [["a"], ["b"]],
        np.ma.masked_equal([[1.0], [2]], 1),
    ):
        with pytest.raises(TypeError, match=r"x (must be real numbers|has masked)"):
            normalize(x, (0,), 0.1)
