"""Second witnesses: other people's optimizers, one file for each package.

A package that is not installed is a skip with its name. All of them walk the same
way, with a gradient for every weight in every step, because some count the steps of
a whole group.
"""

from functools import partial

import numpy as np
import pytest
from helpers import courses

SHAPES = ((3, 2), (5,), (2, 2))


@pytest.fixture
def walk():
    """walk(make): all weights after each step, (20, 15)."""
    given = {"steps": 20, "gradient": courses.curved, "shapes": SHAPES}
    return partial(courses.walk, **given)


@pytest.fixture
def differ():
    """A known deviation: the largest distance of two paths, to two digits."""

    def compare(ours, theirs, size):
        assert np.abs(ours - theirs).max() == pytest.approx(size, rel=0.05)

    return compare
