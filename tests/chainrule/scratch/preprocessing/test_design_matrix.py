import numpy as np
import pytest
from sklearn.preprocessing import add_dummy_feature

from chainrule.scratch.preprocessing import design_matrix


@pytest.mark.parametrize(("n", "d"), [(1, 1), (5, 3)])
def test_is_a_dummy_feature_in_front(agree, n, d):
    X = np.random.default_rng(0).normal(size=(n, d))
    against = "sklearn.preprocessing.add_dummy_feature"
    ours = design_matrix(X)
    agree("error-surface", ours, add_dummy_feature(X), 0, against=against)


def test_small_integers_are_floats():
    assert design_matrix(np.ones((2, 2), np.uint8)).dtype == np.float64


def test_refuses_what_are_no_features():
    for bad in (np.ones(3), np.full((2, 2), np.nan)):
        with pytest.raises(ValueError, match="X"):
            design_matrix(bad)
