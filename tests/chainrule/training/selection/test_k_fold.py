import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import model_selection

from chainrule.training import KFold

UNIT, THEIRS = "n-fold-cross-validation", "sklearn.model_selection.KFold"


def same(agree, ours, theirs):
    ours, theirs = [*ours], [*theirs]
    assert len(ours) == len(theirs)
    for pair, oracle in zip(ours, theirs, strict=True):
        for a, b in zip(pair, oracle, strict=True):
            agree(UNIT, a, b, 0, against=THEIRS)


@pytest.mark.parametrize(("n", "k"), [(6, 3), (7, 3), (11, 4), (5, 5), (23, 2)])
def test_is_scikit_learn_s(agree, n, k):
    X = np.zeros((n, 2))
    same(agree, KFold(k).split(X), model_selection.KFold(k).split(X))
    for seed in range(4):
        given = {"n_splits": k, "shuffle": True, "random_state": seed}
        ours, theirs = KFold(**given), model_selection.KFold(**given)
        same(agree, ours.split(X), theirs.split(X))
        same(agree, ours.split(X), theirs.split(X))  # a seed repeats itself


def test_is_scikit_learn_s_from_one_generator(agree):
    X = range(13)
    rngs = [np.random.RandomState(3) for _ in range(2)]
    ours = KFold(4, shuffle=True, random_state=rngs[0])
    theirs = model_selection.KFold(4, shuffle=True, random_state=rngs[1])
    for _ in range(3):
        same(agree, ours.split(X), theirs.split(X))


def test_five_by_default_and_as_cv_of_scikit_learn():
    from sklearn.linear_model import LinearRegression

    rng = np.random.default_rng(0)
    X, t = rng.normal(size=(23, 2)), rng.normal(size=23)
    score = model_selection.cross_val_score
    ours, theirs = (score(LinearRegression(), X, t, cv=cv) for cv in (KFold(), 5))
    assert len(ours) == 5
    assert (ours == theirs).all()


@given(st.integers(2, 80), st.integers(2, 80), st.booleans())
def test_every_sample_is_held_out_once(n, k, shuffle):
    if k > n:
        return
    held = []
    for train, rows in KFold(k, shuffle=shuffle).split(range(n)):
        assert sorted([*train, *rows]) == [*range(n)]
        held += [*rows]
        assert n // k <= len(rows) <= -(-n // k)
    assert sorted(held) == [*range(n)]
    if not shuffle:
        assert held == [*range(n)]


def test_the_first_folds_are_the_larger_ones():
    assert [len(held) for _, held in KFold(4).split(range(11))] == [3, 3, 3, 2]


def test_without_a_seed_each_order_is_another():
    folds = KFold(2, shuffle=True)
    first, second = ([h.tolist() for _, h in folds.split(range(40))] for _ in "ab")
    assert first != second
