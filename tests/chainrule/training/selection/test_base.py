import numpy as np
import pytest
import torch
from sklearn import model_selection
from sklearn.utils import check_random_state

from chainrule.training import GroupKFold, KFold, StratifiedKFold
from chainrule.training.selection.base import Folds, pairs, random

UNIT = "n-fold-cross-validation"
ALL = KFold, StratifiedKFold, GroupKFold


@pytest.mark.parametrize("cls", ALL)
@pytest.mark.parametrize("k", [1, 0, -3, 2.0, True, "5", None])
def test_refuses_a_number_of_folds(cls, k):
    with pytest.raises(ValueError, match=f"2 or more, got {k!r}"):
        cls(k)


@pytest.mark.parametrize("cls", [KFold, StratifiedKFold])
def test_refuses_a_seed_that_changes_nothing(cls):
    with pytest.raises(ValueError, match="random_state=7 changes nothing"):
        cls(5, random_state=7)
    with pytest.raises(TypeError, match="shuffle must be True or False, got 1"):
        cls(5, shuffle=1)


@pytest.mark.parametrize("cls", ALL)
def test_refuses_more_folds_than_samples_and_lengths_that_differ(cls):
    y = groups = [0, 1, 2]
    given = {"groups": groups} if cls is GroupKFold else {}
    with pytest.raises(ValueError, match="n_splits=4 folds of 3 samples"):
        cls(4).split([[0], [1], [2]], y, **given)
    with pytest.raises(ValueError, match="y has 3 rows, X has 4"):
        cls(2).split(range(4), y, **given)
    with pytest.raises(ValueError, match="groups has 3 rows, X has 4"):
        cls(2).split(range(4), [0, 0, 1, 1], groups=groups)


@pytest.mark.parametrize("cls", [KFold, StratifiedKFold])
def test_refuses_groups_that_it_would_tear(cls):
    said = f"{cls.__name__} does not keep groups together, got groups with 2 values"
    with pytest.raises(ValueError, match=said):
        cls(2).split(range(4), [0, 1, 0, 1], groups=[1, 1, 2, 2])


def test_anything_with_a_length_can_be_split():
    for X in (range(6), np.zeros((6, 2)), torch.zeros(6, 3), [*"abcdef"]):
        assert len([*KFold(3).split(X)]) == KFold(3).get_n_splits(X) == 3


def test_pairs_are_those_of_a_predefined_split(agree):
    fold = np.random.default_rng(0).integers(4, size=30)
    theirs = model_selection.PredefinedSplit(fold).split()
    for pair, oracle in zip(pairs(fold, 4), theirs, strict=True):
        for a, b in zip(pair, oracle, strict=True):
            agree(UNIT, a, b, 0, against="sklearn.model_selection.PredefinedSplit")


def test_a_seed_is_scikit_learn_s(agree):
    for seed in (0, 7, 2**31):
        ours, theirs = random(seed), check_random_state(seed)
        against = "sklearn.utils.check_random_state"
        agree(UNIT, ours.permutation(50), theirs.permutation(50), 0, against=against)


def test_pairs():
    fold = np.array([1, 0, 1, 2])
    found = [[part.tolist() for part in pair] for pair in pairs(fold, 3)]
    assert found == [[[0, 2, 3], [1]], [[1, 3], [0, 2]], [[0, 1, 2], [3]]]


def test_a_generator_that_is_given_moves_on():
    rng = np.random.RandomState(0)
    assert random(rng) is rng
    folds = KFold(2, shuffle=True, random_state=rng)
    first, second = ([h.tolist() for _, h in folds.split(range(40))] for _ in "ab")
    assert first != second


def test_the_base_has_no_rule():
    with pytest.raises(NotImplementedError):
        Folds(2).split(range(4))
