"""The rates, and momenta, of two groups under a schedule of ours or of torch."""

import pytest
import torch


def rates(make, steps=1000, losses=None, optimizer_class=torch.optim.SGD, resume=True):
    """(steps, 2) rates and momenta; halfway, all is saved and loaded elsewhere."""

    def start():
        w = [torch.zeros(1, requires_grad=True) for _ in range(2)]
        groups = [{"params": [w[0]], "lr": 0.1}, {"params": [w[1]], "lr": 0.02}]
        given = {"momentum": 0.9} if optimizer_class is torch.optim.SGD else {}
        optimizer = optimizer_class(groups, **given)
        return optimizer, make(optimizer)

    optimizer, schedule = start()
    way, momenta = [], []
    for t in range(steps):
        if resume and t == steps // 2:
            saved = optimizer.state_dict(), schedule.state_dict()
            optimizer, schedule = start()
            optimizer.load_state_dict(saved[0])
            schedule.load_state_dict(saved[1])
        groups = optimizer.param_groups
        way.append([g["lr"] for g in groups])
        momenta.append(
            [g["betas"][0] if "betas" in g else g["momentum"] for g in groups]
        )
        optimizer.step()
        schedule.step(*([] if losses is None else [losses[t]]))
    return torch.tensor([way, momenta], dtype=torch.float64)


@pytest.fixture(name="rates")
def rates_fixture():
    return rates
