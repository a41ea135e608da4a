import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import log_loss

from chainrule.scratch.nn import (
    BCEWithLogitsLoss,
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_gradient,
    cross_entropy,
    mse,
)

UNIT = "binary-cross-entropy"
Y = np.array([0.9, 0.2, 0.6, 1e-6, 1 - 1e-9])
T = {"labels": np.array([1.0, 0, 0, 1, 1]), "soft": np.array([0.3, 0.5, 0, 0.9, 1])}


@pytest.mark.equation("eq:bce")
@pytest.mark.parametrize("t", T.values(), ids=T)
def test_from_probabilities(agree, equation, t):
    printed = equation("eq:bce", r"\ell", {"t": "t", "y": "y"})(t=t, y=Y).mean()
    ours = binary_cross_entropy(Y, t)
    agree(UNIT, ours, printed, 1e-14, against="printed equation (4.12)")
    leaf = torch.tensor(Y, requires_grad=True)
    oracle = torch.nn.BCELoss()(leaf, torch.tensor(t))
    oracle.backward()
    agree(UNIT, ours, oracle, 1e-14, against="torch.nn.BCELoss")
    slope = binary_cross_entropy_gradient(Y, t)
    # relative to the largest, 1e6: torch divides by the rounded y(1 - y)
    agree(UNIT, slope, leaf.grad, 1e-9, against="torch.nn.BCELoss")
    terms = -t / Y + (1 - t) / (1 - Y)
    agree(UNIT, slope, terms / Y.size, 1e-15, against="closed form")


def test_is_log_loss(agree):
    oracle = log_loss(T["labels"], Y)
    against = "sklearn.metrics.log_loss"
    agree(UNIT, binary_cross_entropy(Y, T["labels"]), oracle, 1e-13, against=against)


def test_is_cross_entropy_of_two_bernoulli_distributions(agree):
    for t in T.values():
        rows = [np.stack([1 - p, p], axis=1) for p in (Y, t)]
        oracle = cross_entropy(*rows)
        ours = binary_cross_entropy(Y, t)
        against = "chainrule.scratch.nn.cross_entropy"
        agree(UNIT, ours, oracle, 1e-14, against=against)


Z = np.array([0.0, 1.5, -2.0, 40.0, -40.0, 1e4, -1e4, 1e4, -1e4])
TZ = np.array([1.0, 0.3, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0])


@pytest.mark.equation("eq:bce-logits", "eq:bce-slope")
@pytest.mark.parametrize("n", [5, 9])
def test_from_logits(agree, equation, n):
    z, t = Z[:n], TZ[:n]
    leaf = torch.tensor(z, requires_grad=True)
    oracle = torch.nn.BCEWithLogitsLoss()(leaf, torch.tensor(t))
    oracle.backward()
    ours = binary_cross_entropy_with_logits(z, t)
    against = "torch.nn.BCEWithLogitsLoss"
    agree(UNIT, ours, oracle, 1e-14, against=against)
    slope = binary_cross_entropy_with_logits_gradient(z, t)
    agree(UNIT, slope, leaf.grad, 1e-15, against=against)
    # As printed, only where exp does not overflow: that is what logaddexp is for.
    z, t = Z[:5], TZ[:5]
    symbols = {"z": "z", "t": "t"}
    printed = equation("eq:bce-logits", r"\ell", symbols)(z=z, t=t).mean()
    ours = binary_cross_entropy_with_logits(z, t)
    agree(UNIT, ours, printed, 1e-14, against="printed equation (4.13)")
    left = r"\frac{\partial \ell}{\partial z}"
    printed = equation("eq:bce-slope", left, symbols)(z=z, t=t) / 5
    slope = binary_cross_entropy_with_logits_gradient(z, t)
    agree(UNIT, slope, printed, 1e-15, against="printed equation (4.14)")


def test_gradient_by_complex_step(agree):
    z, t = Z[:5], TZ[:5]

    def loss(z):
        return np.mean((1 - t) * np.log(1 + np.exp(z)) + t * np.log(1 + np.exp(-z)))

    step = [loss(z + 1e-30j * e) for e in np.eye(5)]
    ours = binary_cross_entropy_with_logits_gradient(z, t)
    agree(UNIT, ours, np.imag(step) / 1e-30, 1e-14, against="complex step")


@given(st.floats(-1e4, 1e4), st.floats(0, 1))
def test_any_logit_gives_a_number(z, t):
    value = binary_cross_entropy_with_logits([z], [t])
    slope = binary_cross_entropy_with_logits_gradient([z], [t])[0]
    assert 0 <= value <= abs(z) + 0.6931472
    assert -1 <= slope <= 1


@given(st.floats(-30, 30), st.floats(0, 1))
def test_both_ways_are_one_loss(z, t):
    y = 1 / (1 + np.exp(-z))
    loss = binary_cross_entropy([y], [t]) if 0 < y < 1 else None
    if loss is not None:
        ours = binary_cross_entropy_with_logits([z], [t])
        # at z = 30 a rounding of y is a thousandth of 1 - y
        assert loss == pytest.approx(ours, rel=2e-3, abs=1e-9)


def test_certain_and_impossible():
    y = np.array([1.0, 0.0])
    assert binary_cross_entropy(y, y) == 0
    assert binary_cross_entropy(y, 1 - y) == np.inf
    assert binary_cross_entropy_gradient(y, y).tolist() == [-0.5, 0.5]
    wrong = binary_cross_entropy_gradient(y, 1 - y)
    assert wrong.tolist() == [np.inf, -np.inf]


@pytest.mark.parametrize("bad", [-0.1, 1.1])
def test_probabilities_only(bad):
    for function in (binary_cross_entropy, binary_cross_entropy_gradient):
        with pytest.raises(ValueError, match=r"y must lie in \[0, 1\]"):
            function([bad], [1.0])
        with pytest.raises(ValueError, match=r"t must lie in \[0, 1\]"):
            function([0.5], [bad])
    for function in (
        binary_cross_entropy_with_logits,
        binary_cross_entropy_with_logits_gradient,
    ):
        with pytest.raises(ValueError, match=r"t must lie in \[0, 1\]"):
            function([3.0], [bad])


def test_squares_of_a_sigmoid_are_flat_where_all_is_wrong():
    """Why note B finds cross-entropy fitter for classes: at z = -10, t = 1."""
    h = 1e-6
    y = [1 / (1 + np.exp(10 - s)) for s in (h, -h)]
    square = (mse([y[0]], [1.0]) - mse([y[1]], [1.0])) / (2 * h)
    entropy = binary_cross_entropy_with_logits_gradient([-10.0], [1.0])[0]
    assert square == pytest.approx(-9.08e-5, rel=1e-3)
    assert entropy == pytest.approx(-0.99995, rel=1e-4)


def test_the_loss_of_a_network_is_torchs(agree):
    y, t = np.random.default_rng(0).normal(size=(2, 5, 3))
    t = (t > 0).astype(float)
    loss, leaf = BCEWithLogitsLoss(), torch.tensor(y, requires_grad=True)
    oracle = torch.nn.BCEWithLogitsLoss()(leaf, torch.tensor(t))
    oracle.backward()
    agree(
        UNIT,
        loss.forward(y, t),
        oracle,
        1e-14,
        against="torch.nn.BCEWithLogitsLoss",
    )
    agree(
        UNIT,
        loss.backward(),
        leaf.grad,
        1e-14,
        against="torch.nn.BCEWithLogitsLoss",
    )
