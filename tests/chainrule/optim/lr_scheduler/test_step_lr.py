import pytest
import torch

from chainrule.optim.lr_scheduler import StepLR


@pytest.mark.parametrize("resume", [True, False])
def test_is_torch(agree, rates, resume):
    def make(cls):
        return lambda optimizer: cls(optimizer, step_size=30, gamma=0.3)

    oracle = rates(make(torch.optim.lr_scheduler.StepLR), resume=resume)
    ours = rates(make(StepLR), resume=resume)
    against = "torch.optim.lr_scheduler.StepLR"
    agree("learning-rate-decay", ours, oracle, 1e-12, against=against)


@pytest.mark.equation("eq:step-decay", by="torch, and its values by hand")
def test_by_hand():
    schedule = StepLR(torch.optim.SGD([torch.zeros(1)], lr=8.0), 3, 0.5)
    assert [schedule.rate(t, 8.0) for t in range(7)] == [8, 8, 8, 4, 4, 4, 2]
