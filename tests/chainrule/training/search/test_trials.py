import json
import math

import numpy as np
import pytest

from chainrule.training import Trial
from chainrule.training.search import Trials
from chainrule.training.search.trials import plain, progress_bar, read

POINTS = [{"lr": 0.1, "act": "relu"}, {"lr": 1 / 3, "act": "tanh"}, {"lr": 5e-324}]


class Objective:
    """The rate squared; notes what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, *resources, **params):
        self.asked.append((*resources, params))
        return params["lr"] ** 2


def test_scores_in_order_without_a_file():
    objective = Objective()
    trials = Trials(objective)
    found = trials.run_all(POINTS)
    assert objective.asked == [(point,) for point in POINTS]
    assert found == [Trial(point, point["lr"] ** 2) for point in POINTS]
    assert trials.done == found
    assert trials.run(POINTS[0], 7) == Trial(POINTS[0], 0.1**2, 7)
    assert objective.asked[-1] == (7, POINTS[0])


@pytest.mark.parametrize("resources", [None, 3])
@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_goes_on_where_it_stopped(tmp_path, done, resources):
    path = tmp_path / "new" / "trials.json"
    whole = Trials(Objective()).run_all(POINTS, resources)
    first = Trials(Objective(), path)
    first.run_all(POINTS[:done], resources)
    objective = Objective()
    second = Trials(objective, path, resume=True)
    assert second.run_all(POINTS, resources) == whole  # to the last bit
    assert [params for *_, params in objective.asked] == POINTS[done:]
    assert [row["score"] for row in read(path)] == [t.score for t in whole]
    assert [row["params"] for row in read(path)] == POINTS


def test_a_trial_is_in_the_file_before_the_next_begins(tmp_path):
    path, seen = tmp_path / "trials.json", []

    def objective(lr, act=None):
        seen.append(len(read(path)) if path.exists() else 0)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return lr

    with pytest.raises(KeyboardInterrupt):
        Trials(objective, path).run_all(POINTS)
    assert seen == [0, 1, 2]
    assert [row["score"] for row in read(path)] == [0.1, 1 / 3]
    assert [p.name for p in tmp_path.iterdir()] == ["trials.json"]


def test_failures_are_scores(tmp_path):
    def objective(lr):
        if lr > 1:
            raise FloatingPointError("fit: the loss is nan")
        return {0: math.inf, 1: math.nan}[lr]

    path = tmp_path / "trials.json"
    found = Trials(objective, path).run_all([{"lr": k} for k in (0, 1, 2)])
    assert [str(trial.score) for trial in found] == ["inf", "nan", "nan"]
    again = Trials(Objective(), path, resume=True)
    again = again.run_all([{"lr": k} for k in (0, 1, 2)])
    assert [str(trial.score) for trial in again] == ["inf", "nan", "nan"]


def test_other_errors_are_raised():
    def objective(lr):
        return {}[lr]

    with pytest.raises(KeyError):
        Trials(objective).run({"lr": 1})
    with pytest.raises(TypeError):
        Trials(lambda lr: "low" if lr is None else None).run({"lr": 1})


def test_an_old_file_is_not_overwritten(tmp_path):
    path = tmp_path / "trials.json"
    Trials(Objective(), path).run(POINTS[0])
    with pytest.raises(FileExistsError, match="resume=True goes on from it"):
        Trials(Objective(), path)
    Trials(Objective(), tmp_path / "none.json", resume=True).run(POINTS[0])


def test_the_file_of_another_search_is_refused_and_kept(tmp_path):
    path = tmp_path / "trials.json"
    Trials(Objective(), path).run_all(POINTS)
    before = path.read_bytes()
    trials, objective = Trials(Objective(), path, resume=True), Objective()
    trials.run(POINTS[0])
    with pytest.raises(ValueError, match=r"another search: trial 2 is \{'params'"):
        trials.run({"lr": 0.2})
    with pytest.raises(ValueError, match="another search: trial 1 is"):
        Trials(objective, path, resume=True).run(POINTS[0], 4)
    assert path.read_bytes() == before
    assert objective.asked == []


def test_numbers_of_numpy_and_tuples_go_in(tmp_path):
    path = tmp_path / "trials.json"
    params = {"lr": np.float32(0.5), "n": np.int64(3), "widths": (8, 4), "on": True}
    first = Trials(Objective(), path).run(params)
    again = Trials(Objective(), path, resume=True).run(params)
    assert again == first
    assert again.params is params  # what the objective got, not what the file says
    assert read(path)[0]["params"] == {"lr": 0.5, "n": 3, "widths": [8, 4], "on": True}


def test_what_does_not_go_into_a_file_is_named_before_time_is_spent(tmp_path):
    objective = Objective()
    with pytest.raises(TypeError, match="<class 'int'> cannot be written"):
        Trials(objective, tmp_path / "a.json").run({"lr": 1, "kind": int})
    assert objective.asked == []
    Trials(objective).run({"lr": 1, "kind": int})


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"trials": 3}', '{"trials": [{"params": {}}]}', "trials"],
)
def test_a_file_of_something_else_is_refused(tmp_path, text):
    path = tmp_path / "trials.json"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"trials\.json holds no trials"):
        Trials(Objective(), path, resume=True)
    assert path.read_text() == text


def test_parts(tmp_path):
    assert type(plain(np.float64(2))) is float
    with pytest.raises(TypeError, match=r"\{1\} cannot be written"):
        plain({1})
    row = {"params": {"a": 1}, "resources": 2, "score": 3}
    (tmp_path / "a.json").write_text(json.dumps({"trials": [row]}))
    assert read(tmp_path / "a.json") == [row]


def test_shows_how_far_it_is(capfd, monkeypatch):
    with progress_bar(3, False) as bar:
        Trials(Objective()).run_all(POINTS, bar=bar)
    assert capfd.readouterr().err == ""
    shown = []
    monkeypatch.setitem(
        progress_bar.__globals__, "tqdm", lambda **given: shown.append(given)
    )
    for progress in (True, False):
        progress_bar(3, progress)
    assert shown == [
        {"desc": "trial", "total": 3, "disable": None},
        {"desc": "trial", "total": 3, "disable": True},
    ]

    class Bar:
        def update(self):
            shown.append(1)

    shown.clear()
    Trials(Objective()).run_all(POINTS, bar=Bar())
    assert shown == [1, 1, 1]
