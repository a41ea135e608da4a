import numpy as np
import pytest
import sklearn.model_selection

from sitekit.build.browser.splitting import train_test_split

CLASSES = np.repeat([0, 1, 2], [50, 31, 17])
ROWS = np.random.default_rng(0).normal(size=(98, 2))


@pytest.mark.parametrize("stratify", [None, CLASSES])
@pytest.mark.parametrize(
    "sizes", [{}, {"test_size": 0.3}, {"test_size": 20}, {"train_size": 0.5},
              {"test_size": 0.2, "train_size": 0.4}],
)  # fmt: skip
@pytest.mark.parametrize("seed", [0, 7])
def test_it_draws_as_scikit_learn_does(stratify, sizes, seed):
    given = {"stratify": stratify, "random_state": seed, **sizes}
    ours = train_test_split(ROWS, CLASSES, **given)
    theirs = sklearn.model_selection.train_test_split(ROWS, CLASSES, **given)
    assert len(ours) == len(theirs) == 4
    assert all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))
