import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import entropy
from sklearn.metrics import log_loss

from chainrule.scratch.nn import (
    cross_entropy,
    cross_entropy_gradient,
    cross_entropy_with_logits,
    cross_entropy_with_logits_gradient,
    log_softmax,
)

UNIT = "cross-entropy-loss"


def rows(n, k, seed=0):
    return np.random.default_rng(seed).dirichlet(np.ones(k), size=n)


@pytest.mark.equation("eq:cross-entropy")
@pytest.mark.parametrize("K", [1, 2, 3, 7])
def test_printed(agree, equation, K):
    q, p = rows(2, K)
    symbols = {"K": "K", "p_i": "p[i]", "q_i": "q[i]"}
    printed = equation("eq:cross-entropy", "H(p, q)", symbols)(K=K, p=p, q=q)
    ours = cross_entropy(q, p)
    agree(UNIT, ours, printed, 1e-14, against="printed equation (4.8)")


@pytest.mark.equation("eq:kl")
@pytest.mark.parametrize("K", [2, 3, 7])
def test_is_entropy_and_distance(agree, equation, K):
    q, p = rows(2, K, 1)
    symbols = {"K": "K", "p_i": "p[i]", "q_i": "q[i]"}
    divergence = equation("eq:kl", "D(p, q)", symbols)(K=K, p=p, q=q)
    whole = equation("eq:kl", "H(p, q)", {"H(p)": "h", "D(p, q)": "d"})
    both = whole(h=cross_entropy(p, p), d=divergence)
    against = "printed equation (4.9)"
    agree(UNIT, cross_entropy(q, p), both, 1e-14, against=against)
    ours = cross_entropy(q, p) - cross_entropy(p, p)
    left = 5e-16  # of numbers up to 2
    agree(UNIT, ours, divergence, 1e-14, atol=left, against="printed equation (4.9)")
    agree(UNIT, ours, entropy(p, q), 1e-14, atol=left, against="scipy.stats.entropy")
    agree(UNIT, cross_entropy(p, p), entropy(p), 1e-14, against="scipy.stats.entropy")


@pytest.mark.parametrize(("n", "K"), [(1, 2), (6, 3), (20, 10)])
def test_from_probabilities(agree, n, K):
    y = rows(n, K)
    t = np.random.default_rng(1).integers(K, size=n)
    ours = cross_entropy(y, t)
    oracle = log_loss(t, y, labels=range(K))
    agree(UNIT, ours, oracle, 1e-13, against="sklearn.metrics.log_loss")
    for target in (t, rows(n, K, 2)):
        leaf = torch.tensor(y, requires_grad=True)
        p = torch.tensor(np.eye(K)[target] if target.ndim == 1 else target)
        oracle = -(p * leaf.log()).sum(-1).mean()
        oracle.backward()
        agree(UNIT, cross_entropy(y, target), oracle, 1e-14, against="torch.autograd")
        ours = cross_entropy_gradient(y, target)
        agree(UNIT, ours, leaf.grad, 1e-14, against="torch.autograd")


@pytest.mark.equation("eq:log-softmax")
@pytest.mark.parametrize("shift", [0.0, 30.0, -700.0])
def test_log_softmax(agree, equation, shift):
    z = np.random.default_rng(3).normal(size=5) + shift
    symbols = {"z_i": "zi", "z_j": "z[j]", "K": "K", "m": "m"}
    printed = equation("eq:log-softmax", r"\ln q_i", symbols)
    printed = printed(zi=z, z=z, K=5, m=z.max())
    agree(UNIT, log_softmax(z), printed, 1e-13, against="printed equation (4.10)")
    oracle = torch.log_softmax(torch.tensor(z), -1)
    agree(UNIT, log_softmax(z), oracle, 1e-14, against="torch.log_softmax")


@pytest.mark.equation("eq:cross-entropy-slope")
@pytest.mark.parametrize("scale", [1.0, 1e4])
@pytest.mark.parametrize(("n", "K"), [(1, 2), (6, 3), (20, 10)])
def test_from_logits(agree, equation, n, K, scale):
    rng = np.random.default_rng(4)
    z = rng.normal(size=(n, K))
    z[0, :2] = 1, -1
    z *= scale
    for target in (rng.integers(K, size=n), rows(n, K, 5)):
        leaf = torch.tensor(z, requires_grad=True)
        oracle = torch.nn.functional.cross_entropy(leaf, torch.tensor(target))
        oracle.backward()
        against = "torch.nn.functional.cross_entropy"
        value = cross_entropy_with_logits(z, target)
        agree(UNIT, value, oracle, 1e-14, against=against)
        slope = cross_entropy_with_logits_gradient(z, target)
        agree(UNIT, slope, leaf.grad, 1e-14, against=against)
        left = r"\frac{\partial H(p, q)}{\partial z_i}"
        printed = equation("eq:cross-entropy-slope", left, {"q_i": "q", "p_i": "p"})
        p = np.eye(K)[target] if target.ndim == 1 else target
        q = np.exp(log_softmax(z))
        of_rows = printed(q=q, p=p) / n
        agree(UNIT, slope, of_rows, 1e-15, against="printed equation (4.11)")


def test_gradient_by_complex_step(agree):
    z, p = np.random.default_rng(6).normal(size=4), rows(1, 4)[0]

    def loss(z):
        return np.log(np.exp(z).sum()) - (p * z).sum()

    step = [loss(z + 1e-30j * e) for e in np.eye(4)]
    ours = cross_entropy_with_logits_gradient(z, p)
    agree(UNIT, ours, np.imag(step) / 1e-30, 1e-14, against="complex step")
    h = 1e-6 * np.eye(4)
    value = cross_entropy_with_logits
    slopes = [(value(z + e, p) - value(z - e, p)) / 2e-6 for e in h]
    against = "central differences"  # which lose eps / h
    agree(UNIT, ours, slopes, 1e-9, atol=3e-10, against=against)


@given(st.integers(1, 5), st.integers(1, 6), st.integers(0, 10**6))
def test_both_ways_are_one_loss(n, k, seed):
    z = 3 * np.random.default_rng(seed).normal(size=(n, k))
    t = rows(n, k, seed)
    both = cross_entropy(np.exp(log_softmax(z)), t), cross_entropy_with_logits(z, t)
    assert both[0] == pytest.approx(both[1], rel=1e-12, abs=1e-12)


@given(st.integers(2, 6), st.integers(0, 10**6))
def test_nothing_beats_the_true_distribution(k, seed):
    p, q = rows(2, k, seed)
    assert cross_entropy(q, p) >= cross_entropy(p, p) - 1e-12


def test_is_no_distance(agree):
    """Note D calls it a measure of the difference of two probabilities."""
    p, q = np.array([0.7, 0.3]), np.array([0.4, 0.6])
    values = [cross_entropy(*pair) for pair in ((p, p), (q, p), (p, q))]
    assert np.round(values, 4).tolist() == [0.6109, 0.7947, 0.8651]


def test_certain_and_impossible():
    y = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert cross_entropy(y, [0, 1]) == 0
    assert cross_entropy(y, [0, 0]) == np.inf
    assert cross_entropy_gradient(y, [0, 1]).tolist() == [[-0.5, 0], [0, -0.5]]
    assert cross_entropy_gradient(y, [1, 1])[0, 1] == -np.inf


@pytest.mark.parametrize(
    ("z", "message"),
    [
        ([np.nan, 0], "NaN"),
        ([-np.inf, -np.inf], "no class is possible"),
        (np.ones((0, 3)), r"got \(0, 3\)"),
        (1.0, r"got \(\)"),
    ],
)
def test_what_is_no_logit(z, message):
    for function in (cross_entropy_with_logits, cross_entropy_with_logits_gradient):
        with pytest.raises(ValueError, match=message):
            function(z, 0)


def test_logits_are_no_probabilities():
    with pytest.raises(ValueError, match=r"y must lie in \[0, 1\], got -1.0 to 3.0"):
        cross_entropy([3.0, -1.0], 0)
    with pytest.raises(ValueError, match="rows of y must add up to 1"):
        cross_entropy([0.9, 0.4], 0)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_what_adds_up_is_float64_and_what_does_not_follows(dtype):
    y, t = np.array([[0.25, 0.75]], dtype), np.array([1])
    for loss in (cross_entropy, cross_entropy_with_logits):
        assert loss(y, t).dtype == np.float64
    for gradient in (cross_entropy_gradient, cross_entropy_with_logits_gradient):
        assert gradient(y, t).dtype == dtype


def test_is_the_likelihood_of_the_classes(agree):
    """Note B: minimizing cross-entropy is maximizing likelihood, and here is why."""
    y = rows(8, 3, 9)
    t = np.random.default_rng(9).integers(3, size=8)
    likelihood = np.prod(y[np.arange(8), t])
    ours = cross_entropy(y, t)
    agree(UNIT, ours, -np.log(likelihood) / 8, 1e-14, against="closed form")


@pytest.mark.parametrize(("dtype", "last"), [(np.float32, 88), (np.float64, 709)])
def test_where_exp_overflows(dtype, last):
    with np.errstate(over="ignore"):
        assert np.isfinite(np.exp(dtype(last)))
        assert np.isinf(np.exp(dtype(last + 1)))
