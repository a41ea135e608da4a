import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import softmax

from chainrule.scratch.nn import (
    CrossEntropyLoss,
    cross_entropy_with_logits,
    cross_entropy_with_logits_gradient,
)

UNIT = "numpy-softmax-ce-loss"


def both(z, t):
    """The loss, and its gradient."""
    loss = CrossEntropyLoss()
    return loss.forward(z, t), loss.backward()


def case(n, k, scale=1.0, seed=0):
    rng = np.random.default_rng(seed)
    return scale * rng.normal(size=(n, k)), rng.integers(k, size=n)


@pytest.mark.equation("eq:mnist-loss", "eq:mnist-slope")
@pytest.mark.parametrize("k", [2, 3, 10])
def test_printed(agree, equation, k):
    z, t = case(1, k, 3.0)
    loss, gradient = both(z, t)
    symbols = {"K": "K", "z_k": "z[k]", "z_t": "zt"}
    printed = equation("eq:mnist-loss", r"\ell", symbols)(K=k, z=z[0], zt=z[0, t[0]])
    agree(UNIT, loss, printed, 1e-14, against="printed equation (10.2)")
    lhs = r"\frac{\partial \ell}{\partial z_k}"
    slope = equation("eq:mnist-slope", lhs, {"y_k": "y", r"\tau_k": "tau"})
    printed = slope(y=softmax(z[0]), tau=np.eye(k)[t[0]])
    agree(UNIT, gradient[0], printed, 1e-15, against="printed equation (10.3)")


@pytest.mark.equation("eq:stable-cross-entropy", "eq:cross-entropy-start")
@pytest.mark.parametrize("scale", [1.0, 1e4])
def test_a_batch(agree, equation, scale):
    z, t = case(5, 4, scale)
    unit, one_hot, (loss, gradient) = "softmax-ce-layer", np.eye(4)[t], both(z, t)
    label, M = "eq:stable-cross-entropy", z.max(axis=1)
    names = {"K": "K", "z_{nk}": "z[k]", "M_n": "M"}
    S = equation(label, "S_n", names)(K=4, z=z.T, M=M)
    names |= {"S_n": "S", "t_{nk}": "t[k]"}
    each = equation(label, "E_n", names)(K=4, M=M, S=S, z=z.T, t=one_hot.T)
    oracle = equation(label, "E", {"N": "N", "E_n": "E[n]"})(N=5, E=each)
    agree(unit, loss, oracle, 1e-13, against="printed equation (15.10)")
    lhs = r"\frac{\partial E}{\partial z_{nk}}"
    names = {"N": "N", "y_{nk}": "y", "t_{nk}": "t"}
    printed = equation("eq:cross-entropy-start", lhs, names)
    oracle = printed(N=5, y=softmax(z, axis=1), t=one_hot)
    given = {"against": "printed equation (15.11)", "atol": 1e-16}
    agree(unit, gradient, oracle, 1e-14, **given)


@pytest.mark.parametrize("scale", [0.0, 1.0, 30.0, 1e4])
@pytest.mark.parametrize(("n", "k"), [(1, 1), (1, 2), (6, 3), (50, 10)])
def test_is_torch(agree, n, k, scale):
    z, t = case(n, k, scale)
    leaf = torch.tensor(z, requires_grad=True)
    oracle = torch.nn.functional.cross_entropy(leaf, torch.tensor(t))
    oracle.backward()
    loss, gradient = both(z, t)
    agree(UNIT, loss, oracle, 1e-14, against="torch.nn.functional.cross_entropy")
    agree(UNIT, gradient, leaf.grad, 1e-15, against="torch.autograd")


@given(st.integers(1, 9), st.integers(1, 6), st.integers(0, 99))
def test_is_the_pair_of_the_chapter_on_losses(n, k, seed):
    z, t = case(n, k, 5.0, seed)
    loss, gradient = both(z, t)
    assert abs(loss - cross_entropy_with_logits(z, t)) < 1e-14
    other = cross_entropy_with_logits_gradient(z, t)
    assert np.abs(gradient - other).max() < 1e-15


def test_gradient_is_the_slope(agree):
    z, t = case(4, 3)
    _, gradient = both(z, t)
    slopes, h = np.empty_like(z), 1e-5
    for place in np.ndindex(*z.shape):
        step = np.zeros_like(z)
        step[place] = h
        up, down = (CrossEntropyLoss().forward(z + s, t) for s in (step, -step))
        slopes[place] = (up - down) / (2 * h)
    agree(UNIT, gradient, slopes, 1e-9, against="central differences")


def test_three_logits_by_hand(agree):
    """Probabilities 1/2, 1/4, 1/4 and the class 1: ln 4; [1/2, -3/4, 1/4]."""
    z = np.log([[2.0, 1.0, 1.0]])
    loss, gradient = both(z, np.array([1]))
    agree(UNIT, loss, np.log(4), 1e-15, against="by hand")
    agree(UNIT, gradient, [[0.5, -0.75, 0.25]], 1e-15, against="by hand")


def test_huge_logits_neither_overflow_nor_vanish():
    z = np.array([[1e4, 0.0], [-1e4, 0.0]], np.float32)
    loss, gradient = both(z, np.array([1, 1]))
    assert loss == 5000
    assert gradient.tolist() == [[0.5, -0.5], [0, 0]]


@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_dtype_stays_and_nothing_is_written(dtype):
    z, t = case(6, 3)
    z = z.astype(dtype)
    before = z.copy(), t.copy()
    loss, gradient = both(z, t)
    assert loss.dtype == np.float64  # a sum
    assert gradient.dtype == dtype
    assert np.array_equal(z, before[0])
    assert np.array_equal(t, before[1])


@pytest.mark.parametrize(
    ("z", "t", "said"),
    [
        (np.zeros(3), np.array([0]), r"z must be \(N, K\), t \(N,\), got \(3,\)"),
        (np.zeros((2, 3)), np.array([0]), r"got \(2, 3\), \(1,\)"),
        (np.zeros((2, 3)), np.array([[0, 1]]), r"got \(2, 3\), \(1, 2\)"),
        (np.zeros((0, 3)), np.zeros(0, int), r"got \(0, 3\)"),
        (np.zeros((2, 3)), np.array([0, 3]), "t must be classes 0 to 2"),
        (np.zeros((2, 3)), np.array([-1, 0]), "t must be classes 0 to 2"),
        (np.zeros((2, 3)), np.array([0.0, 1.0]), "t must be classes 0 to 2"),
        (np.array([[np.nan, 0]]), np.array([1]), "the logits are NaN"),
        (np.full((1, 2), -np.inf), np.array([1]), "no class is possible"),
    ],
)
def test_refuses_nonsense(z, t, said):
    with pytest.raises(ValueError, match=said):
        CrossEntropyLoss().forward(z, t)


@pytest.mark.parametrize("dtype", [np.uint8, np.int64, np.float16, np.longdouble])
def test_every_real_number_counts_as_float64(dtype):
    z, t = np.array([[0, 200, 3], [255, 0, 1]]), np.array([1, 2])
    for ours, oracle in zip(both(z.astype(dtype), t), both(z * 1.0, t), strict=True):
        assert ours.dtype == np.float64
        np.testing.assert_array_equal(ours, oracle)


def test_refuses_masked_entries():
    hidden = np.ma.array([[1.0, 2.0]], mask=[[False, True]])
    with pytest.raises(TypeError, match="logits has masked entries"):
        both(hidden, np.array([0]))
