import numpy as np
import pytest
from sklearn.metrics import accuracy_score

from chainrule.scratch.training import accuracy


def test_is_scikit_learns(agree):
    rng = np.random.default_rng(0)
    z, t = rng.normal(size=(50, 4)), rng.integers(4, size=50)
    oracle = accuracy_score(t, z.argmax(axis=1))
    agree("mnist-solver", accuracy(z, t), oracle, 0, against="sklearn.metrics")


@pytest.mark.parametrize(("z", "t"), [((3, 2), (3, 1)), ((3,), (3,)), ((0, 2), (0,))])
def test_refuses_other_shapes(z, t):
    with pytest.raises(ValueError, match=r"z must be \(N, K\), t \(N,\)"):
        accuracy(np.zeros(z), np.zeros(t, int))
