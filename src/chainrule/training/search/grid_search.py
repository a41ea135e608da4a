"""Every combination of some values."""

# --8<-- [start:grid-search]
from chainrule.training.search.draw import grid
from chainrule.training.search.results import Search
from chainrule.training.search.trials import Trials, progress_bar


def grid_search(
    objective, space, *, maximize=False, path=None, resume=False, progress=True
):
    """Scores of all combinations of a dict of lists: a Search.

    objective(**params) trains, validates and returns a number, such as
    the validation loss. Uniform(…).grid(5) and LogUniform(…).grid(5) are
    such lists. path and resume as in Trials. Raises as grid does.
    """
    points = grid(space)
    trials = Trials(objective, path, resume)
    with progress_bar(len(points), progress) as bar:
        trials.run_all(points, bar=bar)
    return Search(trials.done, maximize)


# --8<-- [end:grid-search]
