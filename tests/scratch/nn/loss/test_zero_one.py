import numpy as np
from sklearn.metrics import zero_one_loss

from chainrule.scratch.nn import hinge, zero_one


def test_value(agree):
    y, t = np.random.default_rng(0).integers(4, size=(2, 50))
    oracle = zero_one_loss(t, y)
    against = "sklearn.metrics.zero_one_loss"
    agree("binary-cross-entropy", zero_one(y, t), oracle, 1e-15, against=against)


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
