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


def test_it_only_postpones_what_the_full_rate_does():
    """Note B: small first steps guarantee that nothing runs wild later."""
    w = torch.ones(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=2.3)  # w² / 2 bears rates below 2
    schedule, path = LinearWarmup(optimizer, 20), []
    for _ in range(120):
        w.grad = w.detach().clone()
        optimizer.step()
        schedule.step()
        path.append(abs(w.item()))
    assert path[14] < 1e-4
    assert path[-1] > 1
