import numpy as np
import pytest
from sklearn import linear_model, model_selection

from chainrule.scratch.models import Ridge
from chainrule.scratch.models.regression import left_out
from chainrule.training import KFold

UNIT = "n-fold-cross-validation"


def table(n, d, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)) + 3, rng.normal(size=n) + 5


@pytest.mark.parametrize("alpha", [0.0, 0.3, 100.0])
@pytest.mark.parametrize(("n", "d"), [(5, 1), (12, 3), (30, 8)])
def test_is_the_loop(agree, n, d, alpha):
    X, t = table(n, d)
    ours = left_out(X, t, alpha)
    for train, held in KFold(n).split(X):
        looped = Ridge(alpha).fit(X[train], t[train]).predict(X[held])
        agree(UNIT, ours[held], looped, 1e-11, against="the loop over all samples")


def test_is_scikit_learn_s_loop(agree):
    X, t = table(20, 4, seed=1)
    for alpha in (0.5, 7.0):
        theirs = model_selection.cross_val_predict(
            linear_model.Ridge(alpha), X, t, cv=model_selection.LeaveOneOut()
        )
        against = "sklearn.model_selection.LeaveOneOut"
        agree(UNIT, left_out(X, t, alpha), theirs, 1e-12, against=against)


def test_more_features_than_samples(agree):
    X, t = table(6, 10)
    for train, held in KFold(6).split(X):
        looped = Ridge(0.5).fit(X[train], t[train]).predict(X[held])
        ours = left_out(X, t, 0.5)[held]
        agree(UNIT, ours, looped, 1e-12, against="the loop over all samples")


def test_dependent_columns(agree):
    X, t = table(9, 2)
    twice = np.column_stack([X, X[:, 0]])
    ours, once = left_out(twice, t), left_out(X, t)
    agree(UNIT, ours, once, 1e-12, against="without the copy")


def test_a_sample_that_alone_decides():
    X, t = table(6, 1)
    flag = np.array([0, 0, 0, 1.0, 0, 0])
    with pytest.raises(ValueError, match="sample 3 has the leverage 1"):
        left_out(np.column_stack([X, flag]), t)
    with pytest.raises(ValueError, match="has the leverage 1"):
        left_out(*table(3, 5))


@pytest.mark.parametrize("alpha", [-1.0, np.inf, np.nan])
def test_refuses_a_strength(alpha):
    with pytest.raises(ValueError, match=f"alpha must be finite, >= 0, got {alpha}"):
        left_out(*table(5, 2), alpha)
    with pytest.raises(ValueError, match="NaN"):
        left_out([[np.nan], [1.0], [2.0]], [1.0, 2.0, 3.0])
