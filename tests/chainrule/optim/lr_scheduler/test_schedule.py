import subprocess
import sys

import pytest
import torch

from chainrule.optim.lr_scheduler import InverseTimeLR, Schedule, StepLR


@pytest.mark.equation("eq:scheduled-step")
def test_each_update_takes_the_rate_of_its_step(agree, equation):
    """η_t is the rate of the (t+1)-th update: the clock starts at 0."""
    w = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.3)
    schedule = InverseTimeLR(optimizer, b=2)
    symbols = {r"\theta_t": "w", r"\eta_t": "lr", "g_t": "g"}
    printed = equation("eq:scheduled-step", r"\theta_{t+1}", symbols)
    for t in range(9):
        before = w.detach().numpy().copy()
        w.grad = torch.cos(w.detach())
        optimizer.step()
        schedule.step()
        oracle = printed(w=before, lr=0.3 * 2 / (2 + t), g=w.grad.numpy())
        unit, against = "learning-rate-scheduling", "printed equation (26.1)"
        agree(unit, w, oracle, 1e-15, against=against)


def test_a_constant_schedule_changes_no_bit():
    ways = []
    for scheduled in (False, True):
        torch.manual_seed(0)
        w = torch.randn(5, requires_grad=True)
        optimizer = torch.optim.Adam([w], lr=0.1)
        schedule = StepLR(optimizer, 1000) if scheduled else None
        for _ in range(50):
            w.grad = torch.cos(w.detach())
            optimizer.step()
            if schedule:
                schedule.step()
        ways.append(w.detach())
    assert torch.equal(*ways)


def test_a_subclass_is_its_rate():
    class Odd(Schedule):
        def rate(self, t, lr):
            return lr * (t % 2)

    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5)
    schedule = Odd(optimizer)
    found = []
    for _ in range(4):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    assert found == [0, 0.5, 0, 0.5]
    with pytest.raises(NotImplementedError):
        Schedule(optimizer)


def test_is_an_attribute_as_in_torch():
    """In a process of its own: here others have imported it."""
    lines = "import chainrule.optim; chainrule.optim.lr_scheduler.StepLR"
    subprocess.run([sys.executable, "-c", lines], check=True)
