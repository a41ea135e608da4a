from itertools import pairwise

import numpy as np
import pytest
import torch

from chainrule.optim.lr_scheduler import ReduceLROnPlateau

GIVEN = [
    {},
    {"factor": 0.5, "patience": 0, "threshold": 0.02},
    {"factor": 0.9, "patience": 3, "threshold": 0.001, "min_lr": 0.01},
    {"factor": 0.3, "patience": 1, "threshold": 0.0},
    {"mode": "max", "factor": 0.5, "patience": 2, "threshold": 0.03},
    {"mode": "max", "threshold_mode": "abs", "patience": 3, "threshold": 0.1},
    {"threshold_mode": "abs", "factor": 0.6, "patience": 1, "threshold": 0.04},
    {"factor": 0.5, "patience": 1, "cooldown": 3, "min_lr": [0.02, 0.001]},
    {"factor": 0.5, "patience": 0, "eps": 1e-3},
]


@pytest.mark.equation("eq:new-best", by="torch's class, and negative losses by hand")
@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("seed", [0, 1])
def test_is_torch(agree, rates, given, seed):
    noise = np.random.default_rng(seed).normal(size=300)
    losses = 0.3 + np.exp(-np.arange(300) / 50) + 0.05 * noise
    losses[[70, 200]] = np.nan, np.inf
    theirs = torch.optim.lr_scheduler.ReduceLROnPlateau
    oracle = rates(lambda o: theirs(o, **given), 300, losses)
    ours = rates(lambda o: ReduceLROnPlateau(o, **given), 300, losses)
    against = "torch.optim.lr_scheduler.ReduceLROnPlateau"
    agree("reduce-on-held-out-plateau", ours, oracle, 1e-12, against=against)
    assert len(torch.unique(ours[0, :, 0])) > (1 if given else 0)


def notes_rule(losses, tau):
    """Reductions where the change between epochs is under tau, as note C says."""
    return [abs(b - a) < tau for a, b in pairwise(losses)]


def reductions(losses, **given):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    schedule = ReduceLROnPlateau(optimizer, factor=0.5, **given)
    found = []
    for loss in losses:
        before = schedule.get_last_lr()
        optimizer.step()
        schedule.step(loss)
        found.append(schedule.get_last_lr() < before)
    return found[1:]


@pytest.mark.equation("eq:plateau", by="losses on which the rules part")
def test_where_the_notes_rule_and_this_one_part():
    """They agree on a clear fall and on a standstill, but not elsewhere."""
    same = [1.0, 0.5, 0.5, 0.25, 0.25]
    given = {"patience": 0, "threshold": 0.02}
    assert notes_rule(same, 0.01) == reductions(same, **given)
    rising = [1.0, 1.5, 2.0, 2.5]  # changes are large: the notes see progress
    assert notes_rule(rising, 0.01) == [False] * 3
    assert reductions(rising, **given) == [True] * 3
    slow = [1.0, 0.985, 0.97, 0.955, 0.94]  # two slow epochs make a new best
    assert notes_rule(slow, 0.02) == [True] * 4
    assert reductions(slow, **given) == [True, False, True, False]


def test_needs_a_loss():
    schedule = ReduceLROnPlateau(torch.optim.SGD([torch.zeros(1)], lr=1.0))
    for missing in ((), (None,)):
        with pytest.raises(
            TypeError, match=r"ReduceLROnPlateau\.step: metrics is missing"
        ):
            schedule.step(*missing)
    assert schedule.last_epoch == 0


def test_a_rate_below_the_minimum_is_left_alone():
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1e-3)
    schedule = ReduceLROnPlateau(optimizer, patience=0, min_lr=0.01)
    for _ in range(3):
        optimizer.step()
        schedule.step(1.0)
    assert optimizer.param_groups[0]["lr"] == 1e-3


@pytest.mark.parametrize("start", [1.0, -1.0])
def test_of_a_negative_loss_the_size_counts(start):
    """torch takes -0.995 for better than -1, as it is below -1 (1 - τ)."""
    given = {"patience": 0, "threshold": 0.01}
    for step, better in ((0.005, False), (-0.005, False), (-0.02, True)):
        assert reductions([start, start + step], **given) == [not better]
    given |= {"mode": "max"}
    for step, better in ((-0.005, False), (0.005, False), (0.02, True)):
        assert reductions([start, start + step], **given) == [not better]


@pytest.mark.parametrize("loss", [float("nan"), float("inf")])
def test_nan_is_never_better(loss):
    assert reductions([loss, loss, loss], patience=0) == [True, True]
    worst = -loss
    assert reductions([worst, worst, worst], patience=0, mode="max") == [True, True]


def test_starts_from_a_rate_that_was_set_by_hand():
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    schedule = ReduceLROnPlateau(optimizer, "min", 0.5, 0)
    for _ in range(2):
        optimizer.step()
        schedule.step(1.0)
    assert optimizer.param_groups[0]["lr"] == 0.05
    optimizer.param_groups[0]["lr"] = 0.01
    schedule.step(1.0)
    assert optimizer.param_groups[0]["lr"] == 0.005
    assert schedule.get_last_lr() == [0.005]
