import numpy as np
import pytest
from sklearn.metrics import zero_one_loss

from chainrule.scratch.nn import hinge, zero_one


def test_value(agree):
    y, t = np.random.default_rng(0).integers(4, size=(2, 50))
    oracle = zero_one_loss(t, y)
    against = "sklearn.metrics.zero_one_loss"
    agree("binary-cross-entropy", zero_one(y, t), oracle, 1e-15, against=against)


@pytest.mark.equation("eq:zero-one", by="sklearn.metrics.zero_one_loss")
def test_it_is_flat_wherever_it_is_defined(agree):
    """Note E: labels are discrete. The loss is; its slope by w is 0, so no descent."""
    rng = np.random.default_rng(1)
    X, t = rng.normal(size=(40, 2)), rng.choice([-1, 1], 40)
    w, b, h = rng.normal(size=2), 0.1, 1e-7

    def loss(w, b):
        return zero_one(np.where(X @ w + b > 0, 1, -1), t)

    oracle = zero_one_loss(t, np.sign(X @ w + b))
    agree(
        "zero-one-loss",
        loss(w, b),
        oracle,
        1e-15,
        against="sklearn.metrics.zero_one_loss",
    )
    rise = [loss(w + h * e, b) - loss(w - h * e, b) for e in np.eye(2)]
    assert rise == [0, 0]
    assert loss(w, b + h) == loss(w, b - h)
    assert 0 < loss(w, b) < 1  # flat, and not at the best place


def test_labels_may_be_words():
    assert zero_one(["cat", "dog"], ["cat", "cow"]) == 0.5


def test_hinge_and_cross_entropy_lie_above():
    """Both bound the share of errors: binary cross-entropy in units of ln 2."""
    z = np.linspace(-3, 3, 61)
    for t in (-1.0, 1.0):
        for one in z[z != 0]:
            error = zero_one([np.sign(one)], [t])
            assert hinge([one], [t]) >= error
            assert np.logaddexp(0, -t * one) / np.log(2) >= error
