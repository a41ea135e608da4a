import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage, signal

from chainrule.training import moving_average

UNIT = "moving-average-of-loss"


@pytest.mark.parametrize(
    ("length", "window"), [(1, 1), (9, 1), (9, 4), (50, 7), (6, 6)]
)
def test_is_the_mean_of_the_last_few(agree, length, window):
    values = np.random.default_rng(length).normal(size=length)
    slow = [
        sum(values[max(0, t - window + 1) : t + 1]) / min(t + 1, window)
        for t in range(length)
    ]
    found = moving_average(values, window)
    # Terms of both signs cancel: a few rounding errors of the largest.
    agree(UNIT, found, np.array(slow), 1e-13, against="a double loop", atol=2e-15)
    full = slice(window - 1, None)
    valid = np.convolve(values, np.ones(window) / window, mode="valid")
    agree(UNIT, found[full], valid, 1e-13, against="numpy.convolve", atol=2e-15)
    filtered = signal.lfilter(np.ones(window) / window, [1.0], values)
    filtered /= np.minimum(np.arange(1, length + 1) / window, 1)
    agree(UNIT, found, filtered, 1e-13, against="scipy.signal.lfilter", atol=2e-15)
    ahead = ndimage.uniform_filter1d(values, window, origin=(window - 1) // 2)
    agree(
        UNIT,
        found[full],
        ahead[full],
        1e-13,
        against="scipy.ndimage.uniform_filter1d",
        atol=2e-15,
    )


def test_a_window_of_more_than_all_is_the_mean_so_far(agree):
    values = np.arange(1.0, 6.0) ** 2
    means = values.cumsum() / np.arange(1, 6)
    for window in (5, 6, 100):
        agree(UNIT, moving_average(values, window), means, 1e-15, against="cumsum")


@given(st.integers(1, 40), st.integers(1, 50), st.floats(-9, 9))
def test_a_constant_is_unchanged(length, window, value):
    found = moving_average([value] * length, window)
    np.testing.assert_allclose(found, value, rtol=2e-14)
    assert found.shape == (length,)


def test_looks_back_only():
    values = np.zeros(9)
    values[4] = 3
    assert moving_average(values, 3).tolist() == [0, 0, 0, 0, 1, 1, 1, 0, 0]


def test_one_bad_value_spoils_only_its_windows():
    for bad in (np.nan, np.inf):
        found = moving_average([1, 2, bad, 4, 6, 8], 2)
        assert found[[0, 1, 4, 5]].tolist() == [1, 1.5, 5, 7]
        assert not np.isfinite(found[2:4]).any()


def test_takes_lists_and_tensors():
    for values in ([1, 2, 6], (1, 2, 6), torch.tensor([1, 2, 6])):
        found = moving_average(values, np.int64(2))
        assert found.dtype == np.float64
        assert found.tolist() == [1, 1.5, 4]
    assert moving_average([], 3).tolist() == []


def test_bad_input_is_named():
    for window in (0, -2):
        with pytest.raises(ValueError, match=f"1 or more: {window}"):
            moving_average([1.0], window)
    for window in (2.0, True, None):
        with pytest.raises(TypeError, match=f"int, got {window}"):
            moving_average([1.0], window)
    with pytest.raises(ValueError, match=r"\(2, 1\) must be \(T,\)"):
        moving_average([[1.0], [2.0]], 2)
