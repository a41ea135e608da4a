"""The gate itself; tests/contracts asks it of every loss and every estimator."""

import numpy as np
import pytest

from chainrule.scratch.checks import double, plain, real


@pytest.mark.parametrize(
    ("dtype", "stays"),
    [
        (np.float32, np.float32),
        (np.float64, np.float64),
        (">f4", ">f4"),
        (np.float16, np.float64),
        (np.longdouble, np.float64),
        (np.uint8, np.float64),
        (np.int64, np.float64),
        (bool, np.float64),
    ],
)
def test_real(dtype, stays):
    a = np.array([[0, 1]], dtype)
    assert real(a).dtype == stays
    assert double(a).dtype == np.float64
    np.testing.assert_array_equal(real(a), [[0, 1]])


def test_an_array_of_floats_is_not_copied():
    a = np.ones(3)
    assert real(a) is a
    assert double(a) is a
    assert plain(a) is a


def test_a_longdouble_beyond_float64_is_infinite():
    assert real(np.longdouble("1e400"))[()] in (np.inf, 1e400)


@pytest.mark.parametrize(
    "a", [1j, "1", ["1"], [None], np.array([1], "M8[s]"), [10**30]]
)
def test_refuses_what_is_no_real_number(a):
    for gate in (real, double):
        with pytest.raises(TypeError, match="name must be real numbers, got"):
            gate(a, "name")


def test_masks():
    whole = np.ma.array([1.0, 2.0], mask=[False, False])
    assert type(plain(whole)) is np.ndarray
    hidden = np.ma.array([1.0, 2.0], mask=[False, True])
    for a in (hidden, [hidden, hidden], (whole, hidden), [1.0, np.ma.masked]):
        with pytest.raises(TypeError, match="name has masked entries"):
            plain(a, "name")
