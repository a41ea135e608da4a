import numpy as np

from chainrule.scratch.models import SigmoidSum
from chainrule.scratch.models.shallow.unit_sum import forward
from chainrule.scratch.nn import ramp, sigmoid


def test_derivative_is_the_sigmoids(agree):
    z, h = np.linspace(-6, 6, 25), 1e-5
    oracle = (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)
    ours = SigmoidSum.derivative(sigmoid(z))
    against = "central differences"  # which lose eps / h
    agree("sigmoid-sum-model", ours, oracle, 1e-10, atol=2e-11, against=against)


def test_a_steep_sigmoid_is_a_step_and_not_a_ramp():
    """A sigmoid of the ramp's own width stays 0.056 away; steps do not."""
    x = np.linspace(-1, 2, 301)[:, None]
    one = np.ones(1)

    def gap(K):  # K small steep steps along the ramp
        at = (np.arange(K) + 0.5) / K
        W = np.full((K, 1), 8.0 * K)
        y = forward(x, W, -W[:, 0] * at, np.full(K, 1 / K), 0.0, sigmoid)[0]
        return np.abs(y - ramp(x @ one)).max()

    assert gap(5) < 0.1
    assert gap(50) < 0.011
    assert gap(500) < 0.0011
