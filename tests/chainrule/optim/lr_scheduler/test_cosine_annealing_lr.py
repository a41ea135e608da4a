import pytest
import torch

from chainrule.optim.lr_scheduler import CosineAnnealingLR


@pytest.mark.parametrize("resume", [True, False])
def test_is_torch(agree, rates, resume):
    def make(cls):
        return lambda optimizer: cls(optimizer, T_max=300, eta_min=0.01)

    oracle = rates(make(torch.optim.lr_scheduler.CosineAnnealingLR), resume=resume)
    ours = rates(make(CosineAnnealingLR), resume=resume)
    against = "torch.optim.lr_scheduler.CosineAnnealingLR"
    # torch multiplies step by step, which adds up where the rate is small.
    agree("learning-rate-decay", ours, oracle, 1e-11, against=against)


@pytest.mark.equation("eq:cosine-annealing", by="torch, and its values by hand")
def test_by_hand(agree):
    schedule = CosineAnnealingLR(torch.optim.SGD([torch.zeros(1)], lr=0.9), 6, 0.1)
    ours = [schedule.rate(t, 0.9) for t in (0, 2, 3, 4, 6)]
    oracle = [0.9, 0.7, 0.5, 0.3, 0.1]  # cos of 0, 60°, 90°, 120°, 180°
    agree("learning-rate-decay", ours, oracle, 1e-15, against="by hand")
