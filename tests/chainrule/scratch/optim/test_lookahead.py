import numpy as np
import pytest
from helpers.courses import keeps_float32

from chainrule.scratch.optim import lookahead


@pytest.mark.parametrize("t", [1, 2, 4, 5])
def test_between_synchronizations_nothing_happens(t):
    assert lookahead(4.0, 2.0, t, k=3, alpha=0.25) == (4.0, 2.0)


@pytest.mark.parametrize("t", [3, 6, 30])
def test_at_a_synchronization_by_hand(agree, t):
    ours = lookahead(np.array(4.0), np.array(2.0), t, k=3, alpha=0.25)
    agree("lookahead", ours, [2.5, 2.5], 0, against="by hand")


def test_of_a_constant_movement(agree):
    """Each round of k = 5 leads k forward, and half of the way is kept."""
    w = slow = np.zeros(1)
    for t in range(1, 101):
        w, slow = lookahead(w + 1.0, slow, t)
    agree("lookahead", w, [50.0], 0, against="by hand")


def test_float32_stays_and_nothing_is_written():
    assert keeps_float32(lookahead, 2, 5)
