import pytest
import torch

from chainrule.optim.lr_scheduler import CosineAnnealingWarmRestarts


@pytest.mark.parametrize("resume", [True, False])
def test_is_torch(agree, rates, resume):
    def make(cls):
        return lambda optimizer: cls(optimizer, T_0=7, T_mult=2, eta_min=0.01)

    oracle = rates(
        make(torch.optim.lr_scheduler.CosineAnnealingWarmRestarts), resume=resume
    )
    ours = rates(make(CosineAnnealingWarmRestarts), resume=resume)
    against = "torch.optim.lr_scheduler.CosineAnnealingWarmRestarts"
    agree("sgdr", ours, oracle, 1e-12, against=against)


@pytest.mark.parametrize("given", [{"T_0": 1}, {"T_0": 10}, {"T_0": 1, "T_mult": 3}])
def test_is_torch_for_other_lengths(agree, rates, given):
    def make(cls):
        return lambda optimizer: cls(optimizer, **given)

    oracle = rates(make(torch.optim.lr_scheduler.CosineAnnealingWarmRestarts))
    ours = rates(make(CosineAnnealingWarmRestarts))
    against = "torch.optim.lr_scheduler.CosineAnnealingWarmRestarts"
    agree("sgdr", ours, oracle, 1e-12, against=against)


def test_restarts_that_torch_misses_when_asked_for_a_step():
    """log(243, 3) is a little less than 5 in floating point."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    ours = CosineAnnealingWarmRestarts(optimizer, T_0=1, T_mult=3)
    assert ours.rate(121, 0.1) == 0.1
    theirs = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, 1, 3)
    theirs.step(121)
    assert optimizer.param_groups[0]["lr"] == pytest.approx(0)


def test_restarts_where_the_paper_says():
    """After T_0 (1 + 2 + 4 + …) steps; a fraction of a step is no trouble."""
    schedule = CosineAnnealingWarmRestarts(
        torch.optim.SGD([torch.zeros(1)], lr=0.1), T_0=10, T_mult=2, eta_min=0.01
    )
    tops = [t for t in range(400) if schedule.rate(t, 0.1) == 0.1]
    assert tops == [0, 10, 30, 70, 150, 310]
    assert schedule.rate(5, 0.1) == pytest.approx(0.055)
    assert schedule.rate(9.999999, 0.1) == pytest.approx(0.01)
