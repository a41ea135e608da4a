import pytest
import torch

from chainrule.optim.lr_scheduler import CosineWarmup


@pytest.mark.equation("eq:cosine-warm-up", by="torch's OneCycleLR")
def test_is_the_rise_of_torchs_one_cycle(agree):
    """Its first phase, from almost nothing to max_lr, is the same half cosine."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)
    theirs = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, 0.1, 100, pct_start=0.41, div_factor=1e15, cycle_momentum=False
    )
    oracle = []
    for _ in range(41):
        oracle.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        theirs.step()
    schedule = CosineWarmup(torch.optim.SGD([torch.zeros(1)], lr=0.1), 40)
    ours = [schedule.rate(t, 0.1) for t in range(40)]
    agree("warm-up", ours, oracle[1:], 1e-12, against="torch's OneCycleLR")
    assert schedule.rate(39, 0.1) == schedule.rate(500, 0.1) == pytest.approx(0.1)
