"""The gate for numbers itself; who must use it, the contracts ask."""

import numpy as np
import pytest

from chainrule.scratch.checks import double, plain, real


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (np.float32, np.float32),
        (np.float64, np.float64),
        (np.float16, np.float64),
        (np.longdouble, np.float64),
        (np.int64, np.float64),
        (np.uint8, np.float64),
        (np.bool_, np.float64),
    ],
)
def test_which_float_it_becomes(given, kept):
    a = np.array([0, 1, 1], given)
    assert real(a).dtype == kept
    assert real(a[1]).shape == ()
    assert double(a).dtype == np.float64
    assert real(a).tolist() == double(a).tolist() == [0, 1, 1]


@pytest.mark.parametrize("check", [real, double])
def test_no_copy_of_what_fits(check):
    a = np.array([1.0, np.nan, np.inf])  # what they may be, others decide
    assert check(a) is a


def test_float32_is_not_copied():
    a = np.ones(2, np.float32)
    assert real(a) is a


def test_beyond_float64_is_infinity_and_no_warning():
    most = np.finfo(np.longdouble).max  # of float64 where there is no longer one
    assert real(np.array([most, -most])).tolist() == [float(most), -float(most)]


@pytest.mark.parametrize("check", [plain, real, double])
def test_masked_entries_are_refused_also_in_a_list(check):
    row = np.ma.array([1.0, 2.0], mask=[True, False])
    for bad in (row, [row, row], (np.ones(2), row), np.ma.masked):
        with pytest.raises(TypeError, match=r"^X has masked entries: fill"):
            check(bad, "X")
    whole = np.ma.array([1.0, 2.0], mask=False)
    assert check(whole).tolist() == [1, 2]
    assert not isinstance(check(whole), np.ma.MaskedArray)


@pytest.mark.parametrize("check", [real, double])
@pytest.mark.parametrize("dtype", [complex, "U3", object, "M8[s]", "m8[s]"])
def test_what_is_no_real_number_is_named(check, dtype):
    a = np.zeros(2, dtype)
    with pytest.raises(TypeError, match=r"^t must be real numbers, got") as error:
        check(a, "t")
    assert str(a.dtype) in str(error.value)
    assert plain(a) is a
