"""As many random points as one has time for."""

# --8<-- [start:random-search]
from chainrule.training.search.draw import draw
from chainrule.training.search.results import Search
from chainrule.training.search.trials import Trials, progress_bar


def random_search(
    objective,
    space,
    n_iter=10,
    *,
    random_state=None,
    maximize=False,
    path=None,
    resume=False,
    progress=True,
):
    """Scores of n_iter random points: a Search (Bergstra & Bengio, 2012).

    space is a dict of Uniform, LogUniform, Choice or list. A search that
    has ended goes on with resume=True, the same random_state and a
    larger n_iter. path and resume as in Trials. Raises as draw does.
    """
    points = draw(space, n_iter, random_state)
    trials = Trials(objective, path, resume)
    with progress_bar(n_iter, progress) as bar:
        trials.run_all(points, bar=bar)
    return Search(trials.done, maximize)


# --8<-- [end:random-search]
