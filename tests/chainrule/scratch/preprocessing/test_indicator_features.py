import numpy as np
import pytest
from sklearn.preprocessing import OneHotEncoder

from chainrule.scratch.preprocessing import indicator_features

UNIT = "pokemon-species-indicator"


def test_features_are_one_hot_times_feature(agree):
    X, species = np.random.default_rng(0).normal(size=(30, 2)), np.arange(30) % 3
    one_hot = OneHotEncoder(sparse_output=False).fit_transform(species[:, None])
    ones = np.column_stack([np.ones(len(X)), X])
    oracle = [np.kron(h, row) for h, row in zip(one_hot, ones, strict=True)]
    ours = indicator_features(X, species, range(3))
    agree(UNIT, ours, oracle, 0, against="sklearn.preprocessing.OneHotEncoder")
    assert (np.count_nonzero(ours, axis=1) == 3).all()


def test_refuses_nonsense():
    X = np.ones((3, 2))
    with pytest.raises(ValueError, match=r"species must be \(3,\), got \(2,\)"):
        indicator_features(X, [0, 1], range(3))
    with pytest.raises(ValueError, match=r"no class for the species \[7\]"):
        indicator_features(X, [0, 7, 1], range(3))
