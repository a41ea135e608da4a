import numpy as np
import pytest
from sklearn import linear_model, model_selection, pipeline
from sklearn.preprocessing import StandardScaler

from chainrule.scratch.models import LogisticRegression, Ridge
from chainrule.training import CrossValidation, KFold, StratifiedKFold, cross_validate

UNIT, SCORE = "n-fold-cross-validation", "sklearn.model_selection.cross_val_score"


def table(n=60, d=5, seed=0):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d)) * [1, 10, 0.1, 3, 1] + 2
    return X, X @ rng.normal(size=d) + rng.normal(size=n)


def standardized(X, train):
    """By the mean and the deviation of the training rows."""
    return (X - X[train].mean(axis=0)) / X[train].std(axis=0)


@pytest.mark.parametrize("seed", [0, 1])
def test_ridge_is_scikit_learn_s(agree, seed):
    X, t = table()

    def fit_and_score(train, held_out):
        Z = standardized(X, train)
        y = Ridge(2.0).fit(Z[train], t[train]).predict(Z[held_out])
        return -np.mean((y - t[held_out]) ** 2)

    folds = KFold(7, shuffle=True, random_state=seed)
    found = cross_validate(fit_and_score, folds.split(X), progress=False)
    theirs = model_selection.cross_val_score(
        pipeline.make_pipeline(StandardScaler(), linear_model.Ridge(2.0)),
        X,
        t,
        cv=model_selection.KFold(7, shuffle=True, random_state=seed),
        scoring="neg_mean_squared_error",
    )
    agree(UNIT, found.scores, theirs, 1e-12, against=SCORE)
    agree(UNIT, found.mean, theirs.mean(), 1e-12, against=SCORE)
    agree(UNIT, found.std, theirs.std(ddof=1), 1e-11, against=SCORE)
    error = theirs.std(ddof=1) / 7**0.5
    agree(UNIT, found.standard_error, error, 1e-11, against=SCORE)


def test_logistic_regression_is_scikit_learn_s(agree):
    X, t = table(90)
    y = (t > np.median(t)).astype(int)

    def fit_and_score(train, held_out):
        Z = standardized(X, train)
        model = LogisticRegression(weight_decay=1 / len(train))  # C = 1
        model.fit(Z[train], y[train])
        return np.mean(model.predict(Z[held_out]) == y[held_out])

    given = {"n_splits": 5, "shuffle": True, "random_state": 3}
    folds = StratifiedKFold(**given).split(X, y)
    found = cross_validate(fit_and_score, folds, progress=False)
    model = linear_model.LogisticRegression(C=1.0, tol=1e-10, max_iter=1000)
    theirs = model_selection.cross_val_score(
        pipeline.make_pipeline(StandardScaler(), model),
        X,
        y,
        cv=model_selection.StratifiedKFold(**given),
    )
    agree(UNIT, found.scores, theirs, 1e-15, against=SCORE)
    assert 0.7 < found.mean < 1  # so that scores say something


def test_statistics_of_all_samples_give_another_score():
    """Mistake 20: what a scaler saw of the fold shows in the score."""
    X, t = table()

    def score(rows_of):
        def fit_and_score(train, held_out):
            Z = standardized(X, rows_of(train))
            y = Ridge(20.0).fit(Z[train], t[train]).predict(Z[held_out])
            return np.mean((y - t[held_out]) ** 2)

        folds = KFold(5).split(X)
        return cross_validate(fit_and_score, folds, progress=False).mean

    inside = score(lambda train: train)
    outside = score(lambda train: np.arange(len(X)))
    assert abs(inside - outside) > 1e-6 * inside


def test_by_hand():
    found = CrossValidation(np.array([1.0, 2.0, 6.0]))
    assert found.mean == 3
    assert found.std == 7**0.5
    assert found.standard_error == pytest.approx((7 / 3) ** 0.5, rel=1e-15)


def test_each_fold_is_asked_once_in_order():
    asked = []

    def fit_and_score(train, held_out):
        asked.append((train.tolist(), held_out.tolist()))
        return len(asked)

    found = cross_validate(fit_and_score, KFold(3).split(range(5)), progress=False)
    assert asked == [([2, 3, 4], [0, 1]), ([0, 1, 4], [2, 3]), ([0, 1, 2, 3], [4])]
    assert found.scores.tolist() == [1, 2, 3]


def test_shows_how_far_it_is(capfd, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    cross_validate(lambda train, held: 0.0, KFold(3).split(range(6)), progress=False)
    assert capfd.readouterr().err == ""
    shown = []

    def bar(folds, desc, disable):
        shown.append((len(folds), desc, disable))
        return folds

    monkeypatch.setitem(cross_validate.__globals__, "tqdm", bar)
    for progress in (True, False):
        cross_validate(
            lambda train, held: 0.0, KFold(3).split(range(6)), progress=progress
        )
    assert shown == [(3, "fold", None), (3, "fold", True)]


def score(train, held_out):
    return float(len(held_out))


@pytest.mark.parametrize(
    ("folds", "said"),
    [
        ([], "got 0 folds, needs 2; an iterator serves once"),
        ([([0], [1])], "got 1 folds"),
        ([([0], [1]), ([0, 1, 2], [2, 1])], "fold 1 trains on 2 .* such as 1"),
        ([([], [1]), ([0], [1])], "fold 0 has 0 rows to train on and 1 held out"),
        ([([1], []), ([0], [1])], "fold 0 has 1 rows to train on and 0 held out"),
    ],
)
def test_refuses_folds(folds, said):
    with pytest.raises(ValueError, match=said):
        cross_validate(score, folds, progress=False)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_refuses_a_score_that_is_no_number(bad):
    scores = iter([1.0, bad])
    with pytest.raises(ValueError, match=f"fold 1 has the score {bad}"):
        cross_validate(lambda *_: next(scores), KFold(2).split(range(4)))


def test_an_iterator_that_was_used_is_not_taken_for_no_folds():
    folds = KFold(2).split(range(4))
    cross_validate(score, folds, progress=False)
    with pytest.raises(ValueError, match=r"call split\(X\) again"):
        cross_validate(score, folds, progress=False)
