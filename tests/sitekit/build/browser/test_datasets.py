import importlib.util
from pathlib import Path

import numpy as np
import pytest
import sklearn.datasets

from sitekit.build.browser import datasets
from sitekit.page.browser import STANDS_IN

DATA = Path(importlib.util.find_spec("sklearn").origin).parent / "datasets" / "data"


@pytest.fixture(autouse=True)
def _beside_its_files(monkeypatch):
    monkeypatch.setattr(datasets, "DATA", DATA)


@pytest.mark.parametrize("name", sorted(STANDS_IN["sklearn.datasets"]))
def test_a_data_set_is_scikit_learns_to_the_bit(name):
    ours, theirs = getattr(datasets, name)(), getattr(sklearn.datasets, name)()
    for key in ("data", "target", "images", "target_names", "feature_names"):
        if key in theirs and (name, key) != ("load_digits", "target_names"):
            assert np.array_equal(ours[key], theirs[key]), key
    assert ours.data.dtype == theirs.data.dtype
    assert ours.target.dtype == theirs.target.dtype
    X, t = getattr(datasets, name)(return_X_y=True)
    assert np.array_equal(X, theirs.data)
    assert np.array_equal(t, theirs.target)


def test_options_are_scikit_learns():
    ours, theirs = datasets.load_diabetes(scaled=False), None
    theirs = sklearn.datasets.load_diabetes(scaled=False)
    assert np.array_equal(ours.data, theirs.data)
    ours, theirs = datasets.load_digits(n_class=3), sklearn.datasets.load_digits
    assert np.array_equal(ours.images, theirs(n_class=3).images)
    assert np.array_equal(ours.target_names, theirs().target_names)


def test_every_file_is_packed():
    assert all((DATA / name).is_file() for name in datasets.FILES)


def test_a_key_that_is_none_is_said():
    with pytest.raises(AttributeError, match="frames"):
        _ = datasets.load_iris().frames
