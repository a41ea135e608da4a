import math

import numpy as np
import pytest
from scipy import stats

from chainrule.training import Choice, LogUniform, Uniform

UNIT = "coarse-to-fine-search"
INTERVALS = [
    (Uniform, 0.0, 1.0),
    (Uniform, -3, 2.5),
    (LogUniform, 1e-5, 1e-1),
    (LogUniform, 1, 256),
]


def rngs(seed):
    return np.random.RandomState(seed), np.random.RandomState(seed)


@pytest.mark.parametrize(("cls", "low", "high"), INTERVALS)
def test_samples_are_scipy_s(agree, cls, low, high):
    if cls is Uniform:
        theirs, name = stats.uniform(low, high - low), "scipy.stats.uniform"
    else:
        theirs, name = stats.loguniform(low, high), "scipy.stats.loguniform"
    for seed in (0, 7):
        one, two = rngs(seed)
        space = cls(low, high)
        found = [space.sample(one) for _ in range(200)]
        assert {type(x) for x in found} == {float}
        assert all(low <= x <= high for x in found)
        oracle = np.array([theirs.rvs(random_state=two) for _ in range(200)])
        agree(UNIT, np.array(found), oracle, 1e-14, against=name)
        assert one.random_sample() == two.random_sample()  # as many were taken


@pytest.mark.parametrize(("cls", "low", "high"), INTERVALS)
def test_samples_are_spread_as_said(cls, low, high):
    rng, space = np.random.RandomState(1), cls(low, high)
    x = np.array([space.sample(rng) for _ in range(4000)])
    f = np.log if cls is LogUniform else np.asarray
    share = (f(x) - f(low)) / (f(high) - f(low))
    assert stats.kstest(share, "uniform").pvalue > 1e-3


@pytest.mark.parametrize("n", [2, 3, 8])
def test_grids(agree, n):
    steps = [k / (n - 1) for k in range(n)]
    found = Uniform(-3, 2.5).grid(n)
    oracle = [-3 + 5.5 * s for s in steps]
    agree(UNIT, np.array(found), np.array(oracle), 1e-14, against="by hand")
    assert (found[0], found[-1], len(found)) == (-3, 2.5, n)
    assert {type(x) for x in found} == {float}
    found = LogUniform(1e-5, 1e-1).grid(n)
    oracle = [1e-5 * 1e4**s for s in steps]
    agree(UNIT, np.array(found), np.array(oracle), 1e-13, against="by hand")
    assert (found[0], found[-1], len(found)) == (1e-5, 1e-1, n)


def test_a_choice_is_one_of_them():
    one, two = rngs(3)
    words = Choice(["a", None, 3, (1, 2)])
    found = [words.sample(one) for _ in range(60)]
    assert found == [words.values[two.randint(4)] for _ in range(60)]
    assert {*found} == {*words.values}
    assert len(words) == 4
    assert repr(words) == "Choice(['a', None, 3, (1, 2)])"


def test_what_a_choice_may_be_of():
    for values in ([1, 2], (1, 2), range(1, 3), np.array([1, 2])):
        assert Choice(values).values == [1, 2]
    assert type(Choice(np.array([1.5])).values[0]) is float
    given = [1, 2]
    choice = Choice(given)
    given.append(3)
    assert len(choice) == 2


def test_bad_input_is_named():
    for low, high in ((1, 1), (2, 1), (0, math.inf), (math.nan, 1), (-math.inf, 1)):
        with pytest.raises(ValueError, match=rf"low={low}, high={high}\) is no int"):
            Uniform(low, high)
    for low, high in ((0, 1), (-1, 1), (2, 1), (1, math.inf), (1, math.nan)):
        with pytest.raises(ValueError, match=rf"low={low}, high={high}\) is no int"):
            LogUniform(low, high)
    for cls in (Uniform, LogUniform):
        with pytest.raises(ValueError, match="2 points or more, got 1"):
            cls(1, 2).grid(1)
    for values in ("ab", 3, {1: 2}):
        with pytest.raises(TypeError, match=f"in a list, got {values!r}"):
            Choice(values)
    with pytest.raises(ValueError, match=r"a choice of nothing: \[\]"):
        Choice([])
    with pytest.raises(ValueError, match=r"2 is there twice in \[1, 2, 2\]"):
        Choice([1, 2, 2])
