import numpy as np
import pytest

from chainrule.scratch.nn import Dropout, DropoutScaledAtTest

UNIT = "dropout-test-scaling"
X = np.random.default_rng(1).normal(size=(50, 4))


@pytest.mark.parametrize("p", [0, 0.25, 0.9, 1])
@pytest.mark.parametrize("mode", [True, False])
def test_is_the_kept_share_of_inverted_dropout(agree, p, mode):
    ours, inverted = (cls(p, rng=0) for cls in (DropoutScaledAtTest, Dropout))
    ours.train(mode)
    inverted.train(mode)
    oracle = (1 - p) * inverted.forward(X)
    agree(UNIT, ours.forward(X), oracle, 1e-14, against="(1 - p) inverted dropout")
    oracle = (1 - p) * inverted.backward(X)
    agree(UNIT, ours.backward(X), oracle, 1e-14, against="(1 - p) inverted dropout")


def test_the_mean_of_training_is_that_of_evaluation():
    layer = DropoutScaledAtTest(0.3, rng=0)
    runs = [layer.forward(np.ones(1000)) for _ in range(100)]
    assert np.mean(runs) == pytest.approx(0.7, abs=0.01)
    assert np.array_equal(layer.eval().forward(X), (1 - 0.3) * X)
