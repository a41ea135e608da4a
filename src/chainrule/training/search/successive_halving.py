"""Many candidates for a short time, the better ones for longer."""

# --8<-- [start:rungs]
from chainrule.training.search.checks import require_counts
from chainrule.training.search.draw import draw
from chainrule.training.search.results import Search, rank
from chainrule.training.search.trials import Trials, progress_bar


def rungs(n_candidates, min_resources, max_resources, factor=3):
    """Pairs (candidates, resources of each), from the first round on.

    Each round keeps one in factor, rounded up, and gives it factor times
    as much, until fewer than factor are left or max_resources would be
    passed; as scikit-learn's HalvingRandomSearchCV, but counted in
    integers: of 3^5 candidates its floor(log) misses the last round.

    Raises ValueError for numbers that are no positive integers, a factor
    below 2 and max_resources below min_resources.
    """
    require_counts(
        "rungs",
        n_candidates=(n_candidates, 1),
        min_resources=(min_resources, 1),
        max_resources=(max_resources, min_resources),
        factor=(factor, 2),
    )
    found, power = [], 1
    while power <= n_candidates and power * min_resources <= max_resources:
        found.append((-(-n_candidates // power), power * min_resources))
        power *= factor
    return found


# --8<-- [end:rungs]


# --8<-- [start:successive-halving]
def successive_halving(
    objective,
    space,
    n_candidates,
    *,
    max_resources,
    min_resources=1,
    factor=3,
    random_state=None,
    maximize=False,
    path=None,
    resume=False,
    progress=True,
):
    """Random points, of which each round keeps the best: a Search.

    objective(resources, **params) trains with so many resources (epochs,
    samples), an integer, and returns a number; space is a dict as in
    random_search. Jamieson & Talwalkar (2016), arXiv:1502.07943, halve;
    factor=3 is scikit-learn's. path and resume as in Trials. Raises as
    rungs and draw do.
    """
    rounds = rungs(n_candidates, min_resources, max_resources, factor)
    points = draw(space, n_candidates, random_state)
    trials = Trials(objective, path, resume)
    with progress_bar(sum(n for n, _ in rounds), progress) as bar:
        for n, resources in rounds:
            found = trials.run_all(points[:n], resources, bar)
            found.sort(key=lambda trial: rank(trial, maximize))
            points = [trial.params for trial in found]
    return Search(trials.done, maximize)


# --8<-- [end:successive-halving]
