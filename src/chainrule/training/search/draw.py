"""Random points of a search space, and all points of a finite one."""

# --8<-- [start:draw]
import itertools
import math

from chainrule.training.search.checks import require_counts, require_space
from chainrule.training.search.spaces import Choice
from chainrule.training.selection.base import random


def grid(space):
    """All combinations of a dict of lists, the last name changing fastest.

    Names are sorted first, as in scikit-learn's ParameterGrid. Raises
    ValueError for an empty space, TypeError for an interval.
    """
    spaces = choices("grid", space)
    for name, part in spaces.items():
        if not isinstance(part, Choice):
            raise TypeError(
                f"grid: {name}={part} has no end of values; .grid(5) has five"
            )
    values = itertools.product(*(part.values for part in spaces.values()))
    return [dict(zip(spaces, point, strict=True)) for point in values]


def draw(space, n, random_state=None):
    """n independent points of a dict of Uniform, LogUniform, Choice, list.

    With an interval among them they are those of scikit-learn's
    ParameterSampler for the same random_state; of lists alone no point
    comes twice, as there, but not in its order. Raises ValueError for n
    below 1 or above the number of points, and for an empty space.
    """
    spaces = choices("draw", space)
    found: list[dict] = []
    require_counts("draw", n=(n, 1))
    finite = all(isinstance(part, Choice) for part in spaces.values())
    if finite and n > (size := math.prod(map(len, spaces.values()))):
        raise ValueError(f"draw: n={n}, but there are {size} points: {space}")
    rng = random(random_state)
    while len(found) < n:
        point = {name: part.sample(rng) for name, part in spaces.items()}
        if not (finite and point in found):
            found.append(point)
    return found


def choices(caller, space):
    """The space by sorted names, a Choice for each list."""
    require_space(caller, space)
    return {
        name: part if hasattr(part, "sample") else Choice(part)
        for name, part in sorted(space.items())
    }


# --8<-- [end:draw]
