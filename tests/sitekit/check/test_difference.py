import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from sitekit.check.difference import as_array, difference, rounding

NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("ours", "oracle", "relative", "absolute"),
    [
        (1.0, 1.0, 0, 0),
        ([0.25], [0.5], 0.5, 0),
        ([1e6, 2e-3], [1e6, 1e-3], 1, 0),  # no large number hides a small one
        (2e-9, 1e-9, 1, 0),
        ([6.0, 0.0], [4.0, 0.0], 0.5, 0),
        ([6.0, 1e-9], [4.0, 0.0], 0.5, 1e-9),
        ([1.0, NAN], [1.0, NAN], 0, 0),
        ([1.0, INF, -INF], [1.0, INF, -INF], 0, 0),
        ([1.0, INF], [1.0, 2.0], INF, 0),
        ([1.0], [INF], INF, 0),
        ([INF], [-INF], INF, 0),
        ([INF], [0.0], 0, INF),
        ([True, True], [False, True], 0, 1),
        (torch.tensor([1.0], requires_grad=True), np.array([1.5]), 1 / 3, 0),
        (2**24 + 1, 2**24, 1 / 2**24, 0),
    ],
)
def test_difference(ours, oracle, relative, absolute):
    found = difference(ours, oracle)
    assert found == (pytest.approx(relative, rel=1e-15), absolute)


def test_each_number_is_held_to_the_wider_of_its_bounds():
    ours, oracle = np.array([1.5, 0.011]), np.array([1.0, 0.01])
    assert difference(ours, oracle, 0.1, 0.0) == (0.5, 0)
    relative, absolute = difference(ours, oracle, 0.1, 0.002)
    assert (relative, absolute) == (0.5, pytest.approx(0.001))
    assert difference(ours, oracle, 0.1, 0.2) == (0, 0.5)


@given(
    st.lists(st.tuples(*[st.floats(-9, 9)] * 2), min_size=1),
    st.sampled_from([0, 0.1, 1]),
    st.sampled_from([0, 0.01, 1]),
)
def test_what_passes_is_close_to_numpy_too(pairs, rtol, atol):
    ours, oracle = np.array(pairs).T
    relative, absolute = difference(ours, oracle, rtol, atol)
    if relative <= rtol and absolute <= atol:
        assert np.isclose(ours, oracle, rtol * (1 + 1e-15), atol).all()


@pytest.mark.parametrize(
    ("ours", "oracle", "atol"),
    [
        (np.ones(2), [1.0, 2.0], 2**-52 * 8),
        (np.ones(2, np.float32), [1.0, 2.0], 2**-23 * 8),
        (1, 1, 0),  # whole numbers are exact
        (0.0, 0.0, 0),
        ([1.0, 1.0], [NAN, INF], 0),
    ],
)
def test_rounding_is_that_of_the_largest_number(ours, oracle, atol):
    assert rounding(ours, oracle, 1e-3) == atol
    assert rounding(ours, oracle, 0.0) == 0


def test_tensor_becomes_an_array():
    assert as_array(torch.ones(2, requires_grad=True)).tolist() == [1.0, 1.0]
