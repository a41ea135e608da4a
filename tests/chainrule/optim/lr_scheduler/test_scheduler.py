"""The parts of the base; what every scheduler makes of them, the contracts ask."""

import math

import pytest
import torch

from chainrule.optim.lr_scheduler.scheduler import Scheduler, set_lr


def sgd(*lrs, **given):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in lrs]
    return torch.optim.SGD(groups, **given)


class Line(Scheduler):
    """The rate slope(t) lr + 0.25."""

    def __init__(self, optimizer, slope=0.5, name="line", last=None):
        self.slope = slope
        super().__init__(optimizer)

    def rate(self, t, lr):
        return self.slope**t * lr + 0.25

    def rates(self):
        return [self.rate(self.last_epoch, lr) for lr in self.base_lrs]


def test_left_alone_rates_and_momenta_stay():
    optimizer = sgd(0.1, 0.2, momentum=0.9)
    schedule = Scheduler(optimizer)
    optimizer.step()
    schedule.step()
    found = [(g["lr"], g["momentum"]) for g in optimizer.param_groups]
    assert found == [(0.1, 0.9), (0.2, 0.9)]


@pytest.mark.parametrize("momenta", [0.5, [0.5, 0.75]])
def test_momenta_of_all_or_of_each(momenta):
    class Moved(Scheduler):
        def get_momentum(self):
            return momenta

    each = momenta if isinstance(momenta, list) else [momenta] * 2
    optimizer = sgd(0.1, 0.2, momentum=0.9)
    Moved(optimizer)
    assert [g["momentum"] for g in optimizer.param_groups] == each

    w = [torch.zeros(1) for _ in range(2)]
    optimizer = torch.optim.Adam([{"params": [p]} for p in w], betas=(0.9, 0.99))
    Moved(optimizer)
    found = [g["betas"] for g in optimizer.param_groups]
    assert found == [(beta1, 0.99) for beta1 in each]


def test_one_momentum_too_few_is_not_passed_over():
    class Moved(Scheduler):
        def get_momentum(self):
            return [0.5]

    with pytest.raises(ValueError, match="shorter"):
        Moved(sgd(0.1, 0.2, momentum=0.9))


@pytest.mark.parametrize("t", [0, 1, 3])
def test_first_rate_is_where_the_way_to_this_rate_began(t):
    schedule = Line(sgd(1.0))
    for lr in (0.25, 0.5, 2.0):  # all exact in binary
        assert schedule.rate(t, schedule.first_rate(t, lr)) == lr


def test_first_rate_where_there_is_no_way_back():
    assert Line(sgd(1.0), slope=0.0).first_rate(1, 0.7) == 0.7  # all go to 0.25
    assert Scheduler(sgd(1.0)).first_rate(1, 0.7) == 0.7  # no formula
    schedule = Line(sgd(1.0))
    schedule.rising = True  # lr is the top
    assert schedule.first_rate(1, 0.7) == 0.7


def test_a_late_group_joins_at_its_own_rate():
    optimizer = sgd(1.0)
    schedule = Line(optimizer)
    found = []
    for step in range(4):
        if step == 2:
            new = {"params": [torch.zeros(1)], "lr": 1.25}
            optimizer.add_param_group(new)
            told = {"params": [torch.zeros(1)], "lr": 9.0, "initial_lr": 2.0}
            optimizer.add_param_group(told)
        optimizer.step()
        schedule.step()
        found.append([g["lr"] for g in optimizer.param_groups])
    # 1.25 = 4 / 2² + 0.25, so it goes as one that began at 4
    assert found == [[0.75], [0.5], [0.375, 0.75, 0.5], [0.3125, 0.5, 0.375]]
    assert schedule.base_lrs == [1.0, 4.0, 2.0]


def test_set_lr():
    lr = torch.tensor(0.5)
    group = {"lr": lr}
    set_lr(group, 0.25)
    assert group["lr"] is lr
    assert lr == 0.25
    group = {"lr": 1}
    set_lr(group, torch.tensor(2.0))
    assert type(group["lr"]) is float
    assert group["lr"] == 2


def test_what_does_not_fit_is_named():
    optimizer = sgd(0.1, 0.2)
    schedule = Line(optimizer)
    schedule.require(True, a=1)
    with pytest.raises(ValueError, match=r"^Line: invalid a: 1, b: x$"):
        schedule.require(False, a=1, b="x")
    assert schedule.per_group(optimizer, b=3) == [3, 3]
    assert schedule.per_group(optimizer, b=(3, 4)) == [3, 4]
    with pytest.raises(ValueError, match=r"^Line: invalid b: \[1\], groups: 2$"):
        schedule.per_group(optimizer, b=[1])


def test_pairs_are_in_order_and_below():
    optimizer = sgd(0.1, 0.2)
    schedule = Line(optimizer)
    assert schedule.pairs(optimizer, low=0, high=[0, 2]) == [(0, 0), (0, 2)]
    bad = [(-1, 2), (3, 2), (0, [5, math.inf])]
    for low, high in bad:
        with pytest.raises(ValueError, match=r"^Line: invalid low: .*, high: "):
            schedule.pairs(optimizer, low=low, high=high)
    schedule.base_momentum, schedule.max_momentum = 0.5, [0.5, 0.9]
    assert schedule.momenta(optimizer) == [(0.5, 0.5), (0.5, 0.9)]
    schedule.max_momentum = 1.0
    with pytest.raises(ValueError, match=r"max_momentum: 1\.0"):
        schedule.momenta(optimizer)


def test_momentum_is_required_where_it_moves():
    schedule, without = Line(sgd(1.0)), torch.optim.Adagrad([torch.zeros(1)])
    schedule.require_momentum(without, cycle_momentum=False)
    schedule.require_momentum(sgd(1.0))
    schedule.require_momentum(torch.optim.Adam([torch.zeros(1)]))
    said = "^Line: Adagrad has neither momentum nor betas$"
    with pytest.raises(ValueError, match=said):
        schedule.require_momentum(without)


def test_arguments_are_looked_at_by_their_defaults():
    Line(sgd(1.0), torch.tensor(0.5), "any text", None)
    with pytest.raises(TypeError, match=r"^Line: slope must be a number, got 'a'$"):
        Line(sgd(1.0), "a")
    with pytest.raises(TypeError, match="last must be a number or None, got 'a'"):
        Line(sgd(1.0), last="a")
    with pytest.raises(ValueError, match=r"^Line: invalid slope: \[0.5, nan\]$"):
        Line(sgd(1.0), slope=[0.5, math.nan])
    with pytest.raises(TypeError, match=r"^list is not an Optimizer$"):
        Line([1.0])
