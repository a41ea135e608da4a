"""The base of the estimators; tests/contracts asks every estimator."""

import warnings

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import ConvergenceWarning as Theirs
from sklearn.linear_model import Ridge as TheirRidge
from sklearn.model_selection import GridSearchCV, KFold, ParameterGrid

from chainrule.scratch.models import (
    ConvergenceWarning,
    Estimator,
    NotFittedError,
    Ridge,
)
from chainrule.scratch.models.estimator import fitted, warn_unless

MSE = "neg_mean_squared_error"


class Model(Estimator):
    def __init__(self, a, b=2, *, c=3):
        self.a, self.b, self.c = a, b, c


class Bare(Estimator):
    pass


def test_arguments_by_name():
    model = Model(1)
    assert model.get_params() == {"a": 1, "b": 2, "c": 3}
    assert model.set_params(b=5, c=6) is model
    assert clone(model).get_params(deep=False) == {"a": 1, "b": 5, "c": 6}
    assert Bare().get_params() == {}
    assert type(clone(Bare())) is Bare


def test_arguments_of_a_grid_arrive(agree):
    """Clones with other arguments, scored as scikit-learn's search scores its own."""
    rng = np.random.default_rng(0)
    X = rng.normal(size=(41, 3))
    y = X @ [1, 2, 3] + 4 + rng.normal(size=41)
    grid = {"alpha": [0.1, 1.0, 10.0], "fit_intercept": [True, False]}
    folds = KFold(4)
    scores, ours = [], Ridge()
    for arguments in ParameterGrid(grid):
        model = clone(ours.set_params(**arguments))
        errors = (
            model.fit(X[train], y[train]).predict(X[test]) - y[test]
            for train, test in folds.split(X)
        )
        scores.append(-np.mean([np.mean(e**2) for e in errors]))
    search = GridSearchCV(TheirRidge(), grid, cv=folds, scoring=MSE).fit(X, y)
    oracle = "sklearn.model_selection.GridSearchCV"
    found = search.cv_results_["mean_test_score"]
    agree("l2-regularized-regression", scores, found, 1e-12, against=oracle)


def test_an_unknown_argument_changes_nothing():
    model = Model(1)
    with pytest.raises(ValueError, match=r"no argument 'd', only \['a', 'b', 'c'\]"):
        model.set_params(a=9, d=1)
    assert model.a == 1


def test_a_warning_says_what_was_reached_and_what_to_do():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert warn_unless(True, Model(1), "loss 3") is True
    said = r"Model did not converge: loss 3\. Take more steps, or standardize"
    with pytest.warns(ConvergenceWarning, match=said):
        assert warn_unless(False, Model(1), "loss 3") is False
    assert ConvergenceWarning.__bases__ == Theirs.__bases__
    assert ConvergenceWarning.__name__ == Theirs.__name__


def test_not_fitted_says_so():
    class Model:
        pass

    model = Model()
    with pytest.raises(NotFittedError, match="Model is not fitted"):
        fitted(model, "w_")
    model.w_ = 3
    assert fitted(model, "w_") == 3
