import numpy as np
import pytest

from chainrule.scratch.models import SigmoidSum
from chainrule.scratch.models.shallow import one_hidden_layer
from chainrule.scratch.nn import Sigmoid, ramp, sigmoid


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_predicts_a_sum_of_sigmoids(agree):
    X, t = np.random.default_rng(0).normal(size=(2, 5, 3))
    fit = SigmoidSum(units=4, steps=2).fit(X, t[:, 0])
    y = sigmoid(X @ fit.W_.T + fit.b_) @ fit.c_ + fit.b0_
    agree("sigmoid-sum-model", fit.predict(X), y, 1e-14, against="the sum")


def test_a_steep_sigmoid_is_a_step_and_not_a_ramp():
    """A sigmoid of the ramp's own width stays 0.056 away; steps do not."""
    x = np.linspace(-1, 2, 301)[:, None]
    one = np.ones(1)

    def gap(K):  # K small steep steps along the ramp
        at = (np.arange(K) + 0.5) / K
        W = np.full((K, 1), 8.0 * K)
        c = np.full(K, 1 / K)
        y = one_hidden_layer(W, -W[:, 0] * at, c, 0.0, Sigmoid()).forward(x)
        return np.abs(y[:, 0] - ramp(x @ one)).max()

    assert gap(5) < 0.1
    assert gap(50) < 0.011
    assert gap(500) < 0.0011
