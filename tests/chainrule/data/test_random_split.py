import warnings

import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st

from chainrule.data import Subset, random_split
from chainrule.data.random_split import part_sizes

UNIT = "train-validation-test-split"
THEIRS = torch.utils.data.random_split


def seeded(seed=0):
    return torch.Generator().manual_seed(seed)


@pytest.mark.parametrize(
    ("n", "lengths"),
    [
        (10, [6, 2, 2]),
        (10, [0.6, 0.2, 0.2]),
        (11, [0.6, 0.2, 0.2]),  # one is left for the first part
        (103, [0.35, 0.35, 0.3]),
        (14, [1 / 3, 1 / 3, 1 / 3]),  # two are left, for the first two
        (17, [0.1] * 10),
        (5, [1.0]),
        (5, [1 / 2, 1 / 2]),
        (7, [3, 4]),
    ],
)
def test_is_torch_s(agree, n, lengths):
    data = range(100, 100 + n)
    for seed in range(3):
        ours = random_split(data, lengths, seeded(seed))
        theirs = THEIRS(data, lengths, seeded(seed))
        assert [len(part) for part in ours] == [len(part) for part in theirs]
        for part, oracle in zip(ours, theirs, strict=True):
            agree(
                UNIT,
                part.indices,
                oracle.indices,
                0,
                against="torch.utils.data.random_split",
            )
            assert isinstance(part, Subset)
            assert [*part] == [100 + i for i in oracle.indices]


def test_without_a_generator_torch_s_global_one_decides():
    torch.manual_seed(5)
    ours = random_split(range(20), [15, 5])
    torch.manual_seed(5)
    theirs = THEIRS(range(20), [15, 5])
    assert [part.indices for part in ours] == [part.indices for part in theirs]
    assert torch.rand(1) == (torch.manual_seed(5), torch.randperm(20), torch.rand(1))[2]


@given(st.integers(1, 200), st.lists(st.integers(1, 20), min_size=1, max_size=6))
def test_disjoint_and_complete(n, weights):
    fractions = [w / sum(weights) for w in weights]
    assume(all(n * f >= 1 for f in fractions))
    parts = random_split(range(n), fractions, seeded())
    assert sorted(i for part in parts for i in part.indices) == [*range(n)]
    exact = [n * f for f in fractions]
    assert all(-1 < len(p) - f <= 1 for p, f in zip(parts, exact, strict=True))
    if sum(fractions) <= 1:
        theirs = THEIRS(range(n), fractions, seeded())
        assert [p.indices for p in parts] == [p.indices for p in theirs]


def test_fractions_a_rounding_error_above_one():
    """torch refuses these: their sum is 1.0000000000000002."""
    fractions = [0.33, 0.56, 0.11]
    assert sum(fractions) > 1
    with pytest.raises(ValueError, match="Sum of input lengths"):
        THEIRS(range(100), fractions)
    assert part_sizes(100, fractions) == [33, 56, 11]


@pytest.mark.parametrize(
    ("n", "lengths", "said"),
    [
        (10, [6, 5], r"lengths=\[6, 5\] have the sum 11, .* number of samples, 10"),
        (10, [6, 3], r"the sum 9, which is neither 1"),
        (10, [0.5, 0.4], "would have 0.5"),
        (10, [0.6, 0.6], "would have 0.6"),
        (10, [10, 0], "part 1 of 10 samples would have 0"),
        (10, [11, -1], "part 1 of 10 samples would have -1"),
        (10, [1.5, -0.5], "part 0 of 10 samples would have 15|part 1 .* have -5"),
        (3, [0.9, 0.05, 0.05], "part 1 of 3 samples would have 0"),
        (10, [2.5, 7.5], "would have 2.5"),
        (10, [float("inf")], "would have inf"),
        (10, [float("nan"), 1], "would have nan"),
        (10, [], r"lengths=\[\] have the sum 0"),
        (0, [1.0], "part 0 of 0 samples would have 0"),
    ],
)
def test_bad_lengths_are_named(n, lengths, said):
    with pytest.raises(ValueError, match=said):
        random_split(range(n), lengths)


def test_torch_only_warns_of_an_empty_part():
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        THEIRS(range(3), [0.9, 0.05, 0.05])
        assert len(THEIRS(range(3), [3, 0])[1]) == 0
    assert ["is 0" in str(w.message) for w in found] == [True, True]
