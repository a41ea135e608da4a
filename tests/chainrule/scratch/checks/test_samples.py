"""What is refused of samples, and with which words."""

import numpy as np
import pytest

from chainrule.scratch.checks import features, labels, targets

X = np.ones((3, 2))


def test_what_fits_comes_back():
    assert features([[1, 2]]).dtype == np.float64
    assert features(X.astype(np.float32), 2).dtype == np.float64
    assert targets([1, 2, 3], X).dtype == np.float64
    classes, index = labels(["b", "a", "b"], X)
    np.testing.assert_array_equal(classes, ["a", "b"])
    np.testing.assert_array_equal(index, [1, 0, 1])


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (np.ones(3), r"got \(3,\)"),
        (np.ones((0, 2)), r"got \(0, 2\)"),
        (np.ones((2, 0)), r"got \(2, 0\)"),
        (np.ones((3, 4)), r"X must be \(N, 2\), got \(\d+, 4\)"),
        (np.full((3, 2), np.nan), "NaN"),
        (np.full((3, 2), np.inf), "inf"),
    ],
)
def test_features_refuse(bad, message):
    with pytest.raises(ValueError, match=message):
        features(bad, 2)


@pytest.mark.parametrize("check", [targets, labels])
@pytest.mark.parametrize("bad", [np.ones(2), np.ones((3, 1)), np.ones((0,))])
def test_one_target_for_each_row(check, bad):
    with pytest.raises(ValueError, match=r"y must be \(3,\), got"):
        check(bad, X)


@pytest.mark.parametrize("check", [targets, labels])
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_targets_are_finite(check, value):
    with pytest.raises(ValueError, match="NaN or inf"):
        check([0, 1, value], X)


def test_number_of_classes():
    with pytest.raises(ValueError, match=r"two or more classes, got \[7\]"):
        labels([7, 7, 7], X)
    with pytest.raises(ValueError, match="2 to 2 classes"):
        labels([1, 2, 3], X, most=2)
    labels([1, 2, 2], X, most=2)
