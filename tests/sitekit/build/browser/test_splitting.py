import numpy as np
import pytest
import sklearn.model_selection

from sitekit.build.browser.splitting import train_test_split

CLASSES = np.repeat([0, 1, 2], [50, 31, 17])
ROWS = np.random.default_rng(0).normal(size=(98, 2))


@pytest.mark.parametrize("stratify", [None, CLASSES])
@pytest.mark.parametrize(
    "sizes", [{}, {"test_size": 0.3}, {"test_size": 20}, {"train_size": 0.5},
              {"train_size": 0.333}, {"test_size": 0.2, "train_size": 0.4}],
)  # fmt: skip
@pytest.mark.parametrize("seed", [0, 7])
def test_it_draws_as_scikit_learn_does(stratify, sizes, seed):
    given = {"stratify": stratify, "random_state": seed, **sizes}
    ours = train_test_split(ROWS, CLASSES, **given)
    theirs = sklearn.model_selection.train_test_split(ROWS, CLASSES, **given)
    assert len(ours) == len(theirs) == 4
    assert all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_without_a_seed_it_draws_from_numpys_own():
    np.random.seed(3)  # noqa: NPY002
    ours = train_test_split(ROWS)
    np.random.seed(3)  # noqa: NPY002
    theirs = sklearn.model_selection.train_test_split(ROWS)
    assert all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_a_generator_goes_on_drawing():
    split = train_test_split, sklearn.model_selection.train_test_split
    draws = np.random.RandomState(3), np.random.RandomState(3)
    for _ in range(2):
        ours, theirs = (
            of(ROWS, random_state=draw) for of, draw in zip(split, draws, strict=True)
        )
        assert all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


@pytest.mark.parametrize(
    "sizes", [{"test_size": 98}, {"test_size": 0}, {"test_size": 1.0},
              {"test_size": 99}, {"test_size": 50, "train_size": 50},
              {"train_size": 98}],
)  # fmt: skip
def test_what_scikit_learn_refuses(sizes):
    for split in (train_test_split, sklearn.model_selection.train_test_split):
        with pytest.raises(ValueError, match=r".+"):
            split(ROWS, **sizes)
        with pytest.raises(ValueError, match=r".+"):
            split(ROWS, ROWS[1:])
        with pytest.raises(ValueError, match=r".+"):
            split(ROWS[:1])
