"""The base of the schedulers that are told losses."""

import math

import pytest
import torch
from torch.optim.lr_scheduler import SequentialLR, StepLR

from chainrule.optim.lr_scheduler.watcher import Watcher


class High(Watcher):
    """Slow where the loss is over 1; then η becomes 3 η + 1."""

    def __init__(self, optimizer):
        self.seen = []
        super().__init__(optimizer)

    def slow(self, loss):
        self.seen.append(loss)
        return loss > 1

    def lowered(self, lrs):
        return [3 * lr + 1 for lr in lrs]


@pytest.fixture
def optimizer():
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in (1.0, 2.0)]
    return torch.optim.SGD(groups)


def rates(optimizer):
    return [float(group["lr"]) for group in optimizer.param_groups]


def test_rates_move_where_it_is_slow_and_from_where_they_are(optimizer):
    schedule = High(optimizer)
    assert (schedule.seen, rates(optimizer)) == ([], [1, 2])  # no loss, no look
    optimizer.step()
    for loss, after in ((1.0, [1, 2]), (2.0, [4, 7]), (0.5, [4, 7])):
        schedule.step(loss)
        assert rates(optimizer) == schedule.get_last_lr() == after
    optimizer.param_groups[0]["lr"] = 10.0
    schedule.step(metrics=2.0)
    assert rates(optimizer) == [31, 22]
    assert schedule.seen == [1.0, 2.0, 0.5, 2.0]
    assert schedule.last_epoch == 4


def test_a_tensor_rate_stays_the_same_tensor(optimizer):
    lr = optimizer.param_groups[0]["lr"] = torch.tensor(1.0)
    schedule = High(optimizer)
    optimizer.step()
    schedule.step(2.0)
    assert optimizer.param_groups[0]["lr"] is lr
    assert rates(optimizer) == [4, 7]


@pytest.mark.parametrize(
    "loss", [3, True, torch.tensor(3.0), torch.tensor([3.0]), math.inf, math.nan]
)
def test_what_counts_as_a_loss(optimizer, loss):
    schedule = High(optimizer)
    optimizer.step()
    schedule.step(loss)
    (seen,) = schedule.seen
    assert type(seen) is float
    assert seen == float(loss) or math.isnan(seen)


@pytest.mark.parametrize("bad", ["0.5", b"1", [0.5], torch.ones(2), 1j, {}])
def test_what_is_no_loss_changes_nothing(optimizer, bad):
    schedule = High(optimizer)
    with pytest.raises(TypeError, match=r"^High\.step: metrics must be a number, got"):
        schedule.step(bad)
    for missing in ((), (None,)):
        with pytest.raises(TypeError, match=r"^High\.step: metrics is missing"):
            schedule.step(*missing)
    assert (schedule.seen, schedule.last_epoch) == ([], 0)
    assert rates(optimizer) == [1, 2]


def test_its_checkpoint_alone_sets_no_rate(optimizer):
    """The rates are the optimizer's; Scheduler would write those that it kept."""
    schedule = High(optimizer)
    optimizer.step()
    schedule.step(2.0)
    saved = schedule.state_dict()
    for group in optimizer.param_groups:
        group["lr"] = 0.5
    schedule.load_state_dict(saved)
    assert rates(optimizer) == [0.5, 0.5]


@pytest.mark.filterwarnings("ignore:The epoch parameter")
def test_a_sequence_cannot_lead_one(optimizer):
    each = [StepLR(optimizer, 10), High(optimizer)]
    chain = SequentialLR(optimizer, each, milestones=[1])
    optimizer.step()
    chain.step()
    with pytest.raises(TypeError, match="metrics is missing"):
        chain.step()


@pytest.mark.parametrize("name", ["slow", "lowered"])
def test_a_subclass_has_both(optimizer, name):
    half = type("Half", (High,), {name: getattr(Watcher, name)})(optimizer)
    optimizer.step()
    with pytest.raises(NotImplementedError):
        half.step(2.0)
