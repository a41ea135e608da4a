import numpy as np
import pytest
from sklearn.model_selection import ParameterGrid

from chainrule.training import LogUniform, Uniform, grid_search

UNIT = "coarse-to-fine-search"
SPACE = {"lr": LogUniform(1e-4, 1).grid(9), "decay": [0.0, 1e-4, 1e-5]}


def objective(lr, decay):
    """Lowest at 0.01 and 1e-4."""
    return (np.log10(lr) + 2) ** 2 + 1e3 * abs(decay - 1e-4)


def test_finds_the_lowest_of_all(agree):
    found = grid_search(objective, SPACE, progress=False)
    points = [*ParameterGrid(SPACE)]
    assert [trial.params for trial in found.trials] == points
    scores = np.array([objective(**point) for point in points])
    against = "sklearn.model_selection.ParameterGrid"
    ours = np.array([trial.score for trial in found.trials])
    agree(UNIT, ours, scores, 0, against=against)
    assert found.best.params == points[scores.argmin()]
    assert found.best.params["decay"] == 1e-4
    assert found.best.params["lr"] == pytest.approx(0.01)
    table = np.array([row["score"] for row in found.table()])
    agree(UNIT, table, np.sort(scores), 0, against=against)


def test_finds_the_highest():
    found = grid_search(
        lambda lr, decay: -objective(lr, decay), SPACE, maximize=True, progress=False
    )
    assert found.best.params["decay"] == 1e-4
    assert found.best.score == max(trial.score for trial in found.trials)


def test_coarse_then_fine():
    """A finer grid around the best of a coarse one comes nearer."""
    low, high = 1e-4, 1.0

    def bowl(lr):
        return (np.log10(lr) + 1.7) ** 2

    scores = []
    for _ in range(3):
        lrs = LogUniform(low, high).grid(5)
        best = grid_search(bowl, {"lr": lrs}, progress=False).best
        scores.append(best.score)
        step = lrs[1] / lrs[0]
        low, high = best.params["lr"] / step, best.params["lr"] * step
    assert scores[0] > scores[1] > scores[2]


def test_resumes(tmp_path):
    path, asked = tmp_path / "grid.json", []

    def stops(lr, decay):
        asked.append(lr)
        if len(asked) == 5:
            raise KeyboardInterrupt
        return objective(lr, decay)

    with pytest.raises(KeyboardInterrupt):
        grid_search(stops, SPACE, path=path, progress=False)
    with pytest.raises(FileExistsError):
        grid_search(stops, SPACE, path=path, progress=False)
    found = grid_search(stops, SPACE, path=path, resume=True, progress=False)
    assert found == grid_search(objective, SPACE, progress=False)
    assert len(asked) == 27 + 1


def test_an_interval_is_no_grid():
    with pytest.raises(TypeError, match="has no end"):
        grid_search(objective, {"lr": Uniform(0, 1), "decay": [0]}, progress=False)
