import numpy as np
import pytest
import torch
from sklearn.preprocessing import LabelBinarizer

from chainrule.scratch.preprocessing import one_hot

UNIT = "one-hot-encoding"


@pytest.mark.equation("eq:one-hot", by="torch.nn.functional.one_hot")
@pytest.mark.parametrize("numbers", [[3], [0, 0], [2, 5, 5, -1], range(7)])
def test_is_torchs(agree, numbers):
    y = np.unique(numbers, return_inverse=True)[1]  # 0 … K - 1, as torch wants them
    oracle = torch.nn.functional.one_hot(torch.tensor(y)).numpy()
    agree(UNIT, one_hot(y)[1], oracle, 0, against="torch.nn.functional.one_hot")
    assert (one_hot(numbers)[1].sum(axis=1) == 1).all()
    assert (one_hot(numbers)[0] == np.unique(numbers)).all()


def test_words_sort(agree):
    y = ["water", "grass", "fire", "grass"]
    classes, T = one_hot(y)
    assert classes.tolist() == ["fire", "grass", "water"]
    oracle = LabelBinarizer().fit_transform(y)
    agree(UNIT, T, oracle, 0, against="sklearn.preprocessing.LabelBinarizer")
    assert classes[T.argmax(axis=1)].tolist() == y  # and back


def test_all_classes_are_equally_far_from_each_other():
    T = one_hot(range(5))[1]
    distance = np.linalg.norm(T[:, None] - T, axis=2)
    off = distance[~np.eye(5, dtype=bool)]
    np.testing.assert_allclose(off, np.sqrt(2))


def test_one_column_is_redundant():
    """Note C says no redundancy: beside a column of ones, K - 1 say it all."""
    T = one_hot([0, 1, 2, 2, 1])[1]
    A = np.column_stack([np.ones(5), T])
    assert np.linalg.matrix_rank(A) == 3
    np.testing.assert_array_equal(T[:, 0], 1 - T[:, 1] - T[:, 2])


def test_regression_is_not_bound_to_two_classes():
    """Note D says so; with one-hot targets three are told apart."""
    rng = np.random.default_rng(0)
    y = np.repeat([0, 1, 2], 40)
    corners = np.array([[0.0, 0], [6, 0], [0, 6]])
    X = corners[y] + rng.normal(size=(120, 2))
    A = np.column_stack([np.ones(120), X])
    W = np.linalg.lstsq(A, one_hot(y)[1], rcond=None)[0]
    assert ((A @ W).argmax(axis=1) == y).mean() > 0.97


@pytest.mark.parametrize(
    ("bad", "message"),
    [([], r"\(0,\)"), ([[1]], r"\(1, 1\)"), (3, r"\(\)"), ([1, np.nan], "NaN")],
)
def test_refuses(bad, message):
    with pytest.raises(ValueError, match=message):
        one_hot(bad)
