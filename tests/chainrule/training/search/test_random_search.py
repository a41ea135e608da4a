import numpy as np
import pytest
from scipy import stats
from sklearn.model_selection import ParameterSampler

from chainrule.training import LogUniform, random_search

UNIT = "coarse-to-fine-search"
SPACE = {"lr": LogUniform(1e-5, 1), "depth": [1, 2, 3]}


def objective(lr, depth):
    return (np.log10(lr) + 2) ** 2 + depth


@pytest.mark.parametrize("maximize", [False, True])
def test_scores_are_those_of_scikit_learn_s_points(agree, maximize):
    given = {"random_state": 3, "maximize": maximize, "progress": False}
    found = random_search(objective, SPACE, 25, **given)
    theirs = {"lr": stats.loguniform(1e-5, 1), "depth": [1, 2, 3]}
    points = ParameterSampler(theirs, 25, random_state=3)
    scores = np.array([objective(**point) for point in points])
    ours = np.array([trial.score for trial in found.trials])
    against = "sklearn.model_selection.ParameterSampler"
    agree(UNIT, ours, scores, 1e-12, against=against)
    best = scores.max() if maximize else scores.min()
    agree(UNIT, found.best.score, best, 1e-12, against=against)


def test_ten_by_default():
    assert len(random_search(objective, SPACE, progress=False).trials) == 10


def test_resumes_and_goes_on_with_more(tmp_path):
    path, asked = tmp_path / "random.json", []

    def noted(lr, depth):
        asked.append(lr)
        return objective(lr, depth)

    given = {"random_state": 0, "progress": False}
    random_search(noted, SPACE, 4, path=path, **given)
    more = random_search(noted, SPACE, 9, path=path, resume=True, **given)
    assert len(asked) == 9
    assert more == random_search(objective, SPACE, 9, **given)
    fewer = random_search(noted, SPACE, 2, path=path, resume=True, **given)
    assert fewer.trials == more.trials[:2]
    assert len(asked) == 9
    given["random_state"] = 1
    with pytest.raises(ValueError, match="another search: trial 1"):
        random_search(noted, SPACE, 9, path=path, resume=True, **given)


def test_bad_input_is_named():
    for n in (0, 2.5):
        with pytest.raises(ValueError, match=f"n must be 1 or more, got {n}"):
            random_search(objective, SPACE, n, progress=False)
    with pytest.raises(ValueError, match="space is empty"):
        random_search(objective, {}, progress=False)
