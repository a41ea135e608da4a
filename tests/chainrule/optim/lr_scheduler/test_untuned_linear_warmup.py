import pytest
import torch

from chainrule.optim.lr_scheduler import UntunedLinearWarmup


@pytest.mark.parametrize(("beta2", "length"), [(0.999, 2000), (0.98, 100), (0.0, 2)])
def test_is_linear_over_that_many_steps(agree, beta2, length):
    w = torch.zeros(1)
    optimizer = torch.optim.Adam([w], lr=0.1, betas=(0.9, beta2))
    schedule = UntunedLinearWarmup(optimizer)
    ours = [schedule.rate(t, 0.1) for t in range(3000)]
    torchs = torch.optim.Adam([w], lr=0.1)
    linear = torch.optim.lr_scheduler.LinearLR(torchs, 1 / length, 1, length - 1)
    oracle = []
    for _ in range(3000):
        oracle.append(torchs.param_groups[0]["lr"])
        torchs.step()
        linear.step()
    agree("warm-up", ours, oracle, 1e-12, against="LinearLR")


def test_needs_betas():
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    with pytest.raises(ValueError, match="UntunedLinearWarmup: invalid betas: None"):
        UntunedLinearWarmup(optimizer)
    adam = torch.optim.Adam([torch.zeros(1)], lr=0.1)
    adam.param_groups[0]["betas"] = (0.9, 1.0)
    with pytest.raises(ValueError, match=r"beta2: 1\.0"):
        UntunedLinearWarmup(adam)


def test_takes_a_tensor_for_beta2():
    betas = torch.tensor(0.9), torch.tensor(0.999)
    adam = torch.optim.Adam([torch.zeros(1)], 0.1)
    adam.param_groups[0]["betas"] = betas
    schedule = UntunedLinearWarmup(adam)
    assert isinstance(schedule.beta2, float)
