import pytest
import torch

from chainrule.optim.lr_scheduler import LinearWarmup


@pytest.mark.parametrize("length", [2, 40, 700])
def test_is_torchs_linear(agree, rates, length):
    def theirs(optimizer):
        return torch.optim.lr_scheduler.LinearLR(
            optimizer, start_factor=1 / length, total_iters=length - 1
        )

    ours = rates(lambda optimizer: LinearWarmup(optimizer, length))
    agree("warm-up", ours, rates(theirs), 1e-12, against="LinearLR")
