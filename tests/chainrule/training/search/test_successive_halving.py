import math

import numpy as np
import pytest
from scipy import stats
from sklearn.base import BaseEstimator
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.model_selection import HalvingRandomSearchCV

from chainrule.training import LogUniform, rungs, successive_halving

UNIT = "coarse-to-fine-search"
SPACE = {"lr": LogUniform(1e-5, 1), "depth": [1, 2, 3]}
THEIRS = "sklearn.model_selection.HalvingRandomSearchCV"


def objective(epochs, lr, depth):
    """What looks good early is not what is best late."""
    return (np.log10(lr) + 2) ** 2 + (depth - 2) ** 2 / epochs + depth * 0.1


class Model(BaseEstimator):
    def __init__(self, epochs=1, lr=1.0, depth=1):
        self.epochs, self.lr, self.depth = epochs, lr, depth

    def fit(self, X, y=None):
        return self

    def score(self, X, y=None):
        return -objective(self.epochs, self.lr, self.depth)


def scikit_learn(n, least, most, factor, seed=0):
    search = HalvingRandomSearchCV(
        Model(),
        {"lr": stats.loguniform(1e-5, 1), "depth": [1, 2, 3]},
        n_candidates=n,
        resource="epochs",
        min_resources=least,
        max_resources=most,
        factor=factor,
        random_state=seed,
        cv=2,
        refit=False,
    )
    return search.fit(np.zeros((4, 1)), np.zeros(4))


CASES = [(8, 1, 9, 3), (27, 1, 81, 3), (20, 2, 50, 3), (16, 1, 8, 2), (10, 3, 11, 2)]


@pytest.mark.parametrize(("n", "least", "most", "factor"), CASES)
def test_rounds_and_survivors_are_scikit_learn_s(agree, n, least, most, factor):
    theirs = scikit_learn(n, least, most, factor)
    expected = [*zip(theirs.n_candidates_, theirs.n_resources_, strict=True)]
    found = rungs(n, least, most, factor)
    agree(UNIT, np.array(found), np.array(expected), 0, against=THEIRS)
    given = {"min_resources": least, "max_resources": most, "factor": factor}
    search = successive_halving(
        objective, SPACE, n, random_state=0, progress=False, **given
    )
    results = theirs.cv_results_
    for _, resources in found:
        ours = [t for t in search.trials if t.resources == resources]
        rows = [
            params
            for params, r in zip(results["params"], results["n_resources"], strict=True)
            if r == resources
        ]
        ours = sorted((t.params["lr"], t.params["depth"], t.score) for t in ours)
        rows = sorted((p["lr"], p["depth"], objective(**p)) for p in rows)
        agree(UNIT, np.array(ours), np.array(rows), 1e-11, against=THEIRS)
    best = theirs.best_params_
    assert search.best.params["lr"] == pytest.approx(best["lr"], rel=1e-13)
    assert search.best.params["depth"] == best["depth"]


def test_rungs_are_scikit_learn_s_everywhere(agree):
    """Its two logarithms, but where they are rounded down by mistake."""
    ours, theirs, missed = [], [], []
    for factor in (2, 3, 4):
        for n in (*range(1, 40), 81, 243, 250):
            for least, most in ((1, 1), (1, 27), (2, 53), (5, 5000)):
                required = 1 + math.floor(math.log(n, factor))
                possible = 1 + math.floor(math.log(most // least, factor))
                steps, expected = min(required, possible), []
                left = n
                for k in range(steps):
                    expected.append((left, factor**k * least))
                    left = math.ceil(left / factor)
                found = rungs(n, least, most, factor)
                if len(found) != len(expected):
                    missed.append((n, factor, len(found) - len(expected)))
                    found = found[:-1]
                ours += found
                theirs += expected
    agree(UNIT, np.array(ours), np.array(theirs), 0, against=THEIRS)
    assert {*missed} == {(243, 3, 1)}
    assert len(scikit_learn(243, 1, 243, 3).n_candidates_) == 5
    assert rungs(243, 1, 243)[-1] == (1, 243)


def test_by_hand():
    assert rungs(27, 1, 27) == [(27, 1), (9, 3), (3, 9), (1, 27)]
    assert rungs(8, 1, 100) == [(8, 1), (3, 3)]
    assert rungs(8, 2, 7, factor=2) == [(8, 2), (4, 4)]
    assert rungs(1, 5, 5) == [(1, 5)]


def test_keeps_the_better_ones():
    seen = []

    def noted(resources, lr, depth):
        seen.append((resources, lr))
        return lr

    found = successive_halving(
        noted, SPACE, 9, max_resources=9, random_state=1, progress=False
    )
    first = [lr for resources, lr in seen if resources == 1]
    assert len(first) == 9
    assert [lr for resources, lr in seen if resources == 3] == sorted(first)[:3]
    assert [lr for resources, lr in seen if resources == 9] == [min(first)]
    assert found.best.params["lr"] == min(first)
    assert found.best.resources == 9
    assert [row["resources"] for row in found.table()] == [9, 3, 3, 3, *[1] * 9]
    seen.clear()
    successive_halving(
        *(noted, SPACE, 9),
        max_resources=9,
        random_state=1,
        maximize=True,
        progress=False,
    )
    assert seen[-1] == (9, max(first))
    found = successive_halving(
        *(noted, SPACE, 8),
        max_resources=3,
        random_state=1,
        maximize=True,
        progress=False,
    )
    late = [trial.score for trial in found.trials if trial.resources == 3]
    assert len(late) == 3
    assert found.best.score == max(late) > min(late)


def test_who_diverges_does_not_stay():
    def fails(resources, lr, depth):
        if lr > 1e-4:
            raise FloatingPointError
        return lr

    found = successive_halving(
        fails, SPACE, 27, max_resources=3, random_state=0, progress=False
    )
    late = [trial for trial in found.trials if trial.resources == 3]
    fine = sum(t.score == t.score for t in found.trials if t.resources == 1)
    assert 0 < fine < 9
    assert sum(math.isfinite(trial.score) for trial in late) == fine


@pytest.mark.parametrize("stop", [1, 9, 10, 12, 13])
def test_resumes_in_any_round(tmp_path, stop):
    path, asked = tmp_path / "halving.json", []

    def stops(resources, lr, depth):
        asked.append(resources)
        if len(asked) == stop:
            raise KeyboardInterrupt
        return objective(resources, lr, depth)

    given = {"max_resources": 9, "random_state": 2, "progress": False}
    with pytest.raises(KeyboardInterrupt):
        successive_halving(stops, SPACE, 9, path=path, **given)
    found = successive_halving(stops, SPACE, 9, path=path, resume=True, **given)
    assert found == successive_halving(objective, SPACE, 9, **given)
    assert len(asked) == 9 + 3 + 1 + 1


def test_counts_what_is_to_come(monkeypatch):
    totals = []

    class Bar:
        def __init__(self, total, progress):
            totals.append((total, progress))

        def __enter__(self):
            return self

        def __exit__(self, *error):
            pass

        def update(self):
            totals.append(1)

    monkeypatch.setitem(successive_halving.__globals__, "progress_bar", Bar)
    successive_halving(objective, SPACE, 9, max_resources=9)
    assert totals == [(13, True), *[1] * 13]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"n_candidates": 0}, "n_candidates must be 1 or more, got 0"),
        ({"min_resources": 0}, "min_resources must be 1 or more, got 0"),
        ({"min_resources": 1.5}, "min_resources must be 1 or more, got 1.5"),
        ({"min_resources": 5}, "max_resources must be 5 or more, got 4"),
        ({"factor": 1}, "factor must be 2 or more, got 1"),
        ({"space": {}}, "the search space is empty"),
    ],
)
def test_bad_input_is_named(change, said):
    given = {"space": SPACE, "n_candidates": 3, "max_resources": 4} | change
    with pytest.raises(ValueError, match=said):
        successive_halving(objective, progress=False, **given)
