import pytest
import torch

from chainrule.optim.lr_scheduler import ExponentialLR


@pytest.mark.parametrize("resume", [True, False])
def test_is_torch(agree, rates, resume):
    def make(cls):
        return lambda optimizer: cls(optimizer, gamma=0.995)

    oracle = rates(make(torch.optim.lr_scheduler.ExponentialLR), resume=resume)
    ours = rates(make(ExponentialLR), resume=resume)
    against = "torch.optim.lr_scheduler.ExponentialLR"
    agree("learning-rate-decay", ours, oracle, 1e-12, against=against)
