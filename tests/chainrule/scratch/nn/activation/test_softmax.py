import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import softmax as theirs

from chainrule.scratch.nn import cross_entropy, sigmoid, softmax, softmax_jacobian

UNIT = "softmax"


@pytest.mark.equation("eq:softmax")
@pytest.mark.parametrize("K", [1, 2, 3, 7])
def test_printed(agree, equation, K):
    z = 3 * np.random.default_rng(K).normal(size=K)
    symbols = {"z_k": "zk", "z_j": "z[j]", "K": "K"}
    printed = equation("eq:softmax", "y_k", symbols)(zk=z, z=z, K=K)
    agree(UNIT, softmax(z), printed, 1e-15, against="printed equation (9.2)")
    agree(UNIT, softmax(z), theirs(z), 1e-15, against="scipy.special.softmax")


@pytest.mark.parametrize("scale", [1.0, 1e4])
def test_batches(agree, scale):
    z = scale * np.random.default_rng(0).normal(size=(4, 5, 3))
    oracle = torch.softmax(torch.tensor(z), -1)
    agree(UNIT, softmax(z), oracle, 1e-15, against="torch.softmax")


def test_the_lectures_numbers():
    """3, 1, -3 to 20, 2.7, 0.05 to 0.88, 0.12, 0.00."""
    z = np.array([3.0, 1.0, -3.0])
    assert np.exp(z).round(2).tolist() == [20.09, 2.72, 0.05]
    assert softmax(z).round(2).tolist() == [0.88, 0.12, 0.0]


@given(st.integers(1, 6), st.floats(-1e3, 1e3), st.integers(0, 10**6))
def test_shift_sum_and_order(K, shift, seed):
    z = 5 * np.random.default_rng(seed).normal(size=K)
    y = softmax(z)
    np.testing.assert_allclose(softmax(z + shift), y, rtol=1e-11)
    assert y.sum() == pytest.approx(1, abs=1e-15 * K)
    assert (y > 0).all()
    assert (np.argsort(y) == np.argsort(z)).all()


@pytest.mark.equation("eq:softmax-jacobian", by="torch.autograd.functional.jacobian")
@pytest.mark.parametrize("K", [1, 2, 5])
def test_jacobian(agree, K):
    z = np.random.default_rng(K).normal(size=K)
    y = softmax(z)
    oracle = torch.autograd.functional.jacobian(
        lambda z: torch.softmax(z, -1), torch.tensor(z)
    )
    ours = softmax_jacobian(y)
    agree(UNIT, ours, oracle, 1e-15, against="torch.autograd")
    h = 1e-30
    steps = [np.exp(z + 1j * h * e) for e in np.eye(K)]
    columns = [np.imag(power / power.sum()) / h for power in steps]
    agree(UNIT, ours, np.transpose(columns), 1e-15, against="complex step")
    batch = softmax_jacobian(np.stack([y, y[::-1]]))
    np.testing.assert_array_equal(batch[0], ours)
    assert batch.shape == (2, K, K)


@given(st.integers(1, 6), st.integers(0, 10**6))
def test_no_curvature_is_over_one_half(K, seed):
    """The Jacobian is the Hessian of log-sum-exp: between 0 and 1/2."""
    y = softmax(3 * np.random.default_rng(seed).normal(size=K))
    eigenvalues = np.linalg.eigvalsh(softmax_jacobian(y))
    assert eigenvalues[0] >= -1e-15
    assert eigenvalues[-1] <= 0.5 + 1e-15
    np.testing.assert_allclose(softmax_jacobian(y).sum(axis=0), 0, atol=1e-15)


@pytest.mark.equation("eq:two-classes")
def test_two_classes_are_a_sigmoid(agree, equation):
    """Note B: with two classes simply the sigmoid. Of the difference of logits."""
    z = 5 * np.random.default_rng(2).normal(size=(40, 2))
    unit, first = "softmax-sigmoid-two-classes", softmax(z)[:, 0]
    symbols = {"z_1": "z1", "z_2": "z2"}
    printed = equation("eq:two-classes", "y_1", symbols)(z1=z[:, 0], z2=z[:, 1])
    agree(unit, first, printed, 1e-15, against="printed equation (9.10)")
    difference = sigmoid(z[:, 0] - z[:, 1])
    agree(unit, first, difference, 1e-15, against="the sigmoid of chapter 3")
    values = softmax(np.array([3.0, 1.0]))[0], sigmoid(3.0)
    assert np.round(values, 6).tolist() == [0.880797, 0.952574]


def test_sigmoids_do_not_add_up_to_one():
    """Note B: softmax moves each output between 0 and 1. That is only half of it."""
    z = np.array([3.0, 1.0, -3.0])
    assert sigmoid(z).sum() == pytest.approx(1.731, abs=1e-3)
    assert softmax(z).sum() == pytest.approx(1, abs=1e-15)


@pytest.mark.equation("eq:multinoulli")
@pytest.mark.parametrize("K", [2, 3, 6])
def test_multinoulli(agree, equation, K):
    unit, phi = "multinoulli-distribution", softmax(np.arange(K) / 2)
    categorical = torch.distributions.Categorical(torch.tensor(phi))
    symbols = {"K": "K", "t_k": "t[k]", r"\phi_k": "phi[k]"}
    log = equation("eq:multinoulli", r"\ln P(\mathbf t)", symbols)
    for k, t in enumerate(np.eye(K)):
        ours = -cross_entropy(phi, k)
        printed = log(K=K, t=t, phi=phi)
        agree(unit, ours, printed, 1e-15, against="printed equation (9.4)")
        oracle = categorical.log_prob(torch.tensor(k))
        agree(unit, ours, oracle, 1e-15, against="torch.distributions.Categorical")


def test_the_likeliest_multinoulli_has_the_shares(agree):
    """Of 50 draws; and a phi that does not add up to 1 has no such maximum."""
    t = np.random.default_rng(0).integers(0, 4, 50)
    shares = np.bincount(t) / 50
    best = cross_entropy(np.tile(shares, (50, 1)), t)
    for seed in range(50):
        phi = np.random.default_rng(seed).dirichlet(50 * shares)
        assert cross_entropy(np.tile(phi, (50, 1)), t) >= best
    entropy = -(shares * np.log(shares)).sum()
    agree("multinoulli-distribution", best, entropy, 1e-14, against="the entropy")


@pytest.mark.parametrize("z", [3.0, np.zeros((2, 0)), []])
def test_refuses_no_logits(z):
    with pytest.raises(ValueError, match="logits must be"):
        softmax(z)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_follows_the_input(dtype):
    y = softmax(np.zeros(3, dtype))
    assert y.dtype == softmax_jacobian(y).dtype == dtype
