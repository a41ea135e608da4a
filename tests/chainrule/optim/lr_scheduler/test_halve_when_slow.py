import math

import pytest
import torch

from chainrule.optim.lr_scheduler import HalveWhenSlow
from chainrule.scratch.optim.lr_scheduler import halve_when_slow


def course(losses, threshold=0.1):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=8.0)
    schedule = HalveWhenSlow(optimizer, threshold)
    found = []
    for loss in losses:
        optimizer.step()
        schedule.step(loss)
        found.append(optimizer.param_groups[0]["lr"])
    return found


@pytest.mark.equation("eq:halve-when-slow", by="made lists of losses, by hand")
def test_by_hand(agree):
    # fast, exactly at the threshold, too slow, risen, fast again
    losses = [100.0, 80.0, 72.0, 66.0, 70.0, 35.0]
    exact = [8, 8, 8, 4, 2, 2]
    agree("halve-when-slow", course(losses), exact, 0, against="by hand")


def test_nan_and_plateau_are_slow():
    assert course([1.0, math.nan, 0.5, 0.5]) == [8, 4, 2, 1]
    assert course([math.inf, 1.0]) == [8, 8]


def test_needs_a_loss():
    schedule = HalveWhenSlow(torch.optim.SGD([torch.zeros(1)], lr=1.0))
    with pytest.raises(TypeError):
        schedule.step()
    assert schedule.last_epoch == 0


def test_takes_a_tensor():
    assert course([torch.tensor(1.0), torch.tensor(1.0)]) == [8, 4]


def test_compares_neighbours_and_not_the_best():
    assert course([100.0, 50.0, 90.0, 80.0]) == [8, 8, 4, 4]


@pytest.mark.equation("eq:halve-when-slow", by="negative losses, by hand")
def test_of_a_negative_loss_the_size_counts(agree):
    """From -1 to -0.995 is a rise, to -1.05 too slow a fall, to -1.2 a fast one."""
    assert course([-1.0, -0.995]) == [8, 4]
    assert course([-1.0, -1.05, -1.2]) == [8, 4, 2 * 2]
    assert course([0.0, 0.0, -1.0, 1.0]) == [8, 8, 8, 4]
    losses = [-1.0, -0.995, -1.2, 0.1, -0.1, -0.105, -0.2]
    oracle = halve_when_slow(losses, 8.0, 0.1)
    against = "chainrule.scratch.optim.lr_scheduler.halve_when_slow"
    agree("halve-when-slow", course(losses), oracle, 0.0, against=against)


def test_halves_a_rate_that_was_set_by_hand():
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=8.0)
    schedule = HalveWhenSlow(optimizer)
    for _ in range(2):
        optimizer.step()
        schedule.step(1.0)
    optimizer.param_groups[0]["lr"] = 3.0
    schedule.step(1.0)
    assert optimizer.param_groups[0]["lr"] == 1.5
