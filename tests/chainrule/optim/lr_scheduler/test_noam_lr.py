import pytest
import torch

from chainrule.optim.lr_scheduler import NoamLR


def test_is_torchs_lambda(agree, rates):
    """Equation 3 of the paper, typed here once more."""

    def theirs(optimizer):
        def factor(t):
            step_num = t + 1
            return 64**-0.5 * min(step_num**-0.5, step_num * 50**-1.5)

        return torch.optim.lr_scheduler.LambdaLR(optimizer, factor)

    ours = rates(lambda optimizer: NoamLR(optimizer, 64, 50))
    agree("warm-up-in-papers", ours, rates(theirs), 1e-12, against="LambdaLR")


def test_peak():
    """At step_num = T_w both branches meet, at 1 / sqrt(d T_w)."""
    schedule = NoamLR(torch.optim.Adam([torch.zeros(1)], lr=1.0), 512)
    rates = [schedule.rate(t, 1.0) for t in range(8000)]
    assert max(range(8000), key=rates.__getitem__) == 3999
    assert rates[3999] == pytest.approx((512 * 4000) ** -0.5)
    assert rates[3999] == pytest.approx(6.99e-4, rel=1e-3)
    assert rates[0] == pytest.approx(rates[3999] / 4000)
