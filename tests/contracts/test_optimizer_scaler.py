"""Under torch.amp.GradScaler: the same path, and no step on an overflow."""

import copy

import pytest
import torch
from helpers import courses


def rows(step):
    generator = torch.Generator().manual_seed(step)
    return torch.randn(5, 3, generator=generator)


def loss(theta, x):
    return ((x @ theta[0] + theta[1]).square()).mean()


def train(optimizer, theta, scaler=None, overflows=()):
    """Six steps; the weights beyond the second take no part in the loss."""
    for step in range(6):
        optimizer.zero_grad()
        x = rows(step) * (float("inf") if step in overflows else 1.0)
        value = loss(theta, x)
        if scaler is None:
            value.backward()
            if step not in overflows:
                optimizer.step()
        else:
            scaler.scale(value).backward()
            scaler.step(optimizer)
            scaler.update()
    return [p.detach() for p in theta]


@pytest.mark.parametrize("overflows", [(), (0, 3)], ids=["finite", "inf"])
def test_equals_the_unscaled_steps(optim, other, overflows):
    """The scales are powers of 2, so not one bit may differ."""
    ends, states = [], []
    for scaler in (None, torch.amp.GradScaler("cpu", init_scale=2.0**10)):
        theta = courses.start(((3, 2), (2,), (4,)), torch.float32)
        optimizer = optim(theta, **other)
        ends.append(train(optimizer, theta, scaler, overflows))
        states.append(copy.deepcopy(optimizer.state_dict()["state"]))
    assert scaler.get_scale() == 2.0 ** (10 - len(overflows))
    assert all(map(torch.equal, *ends))
    assert all(p.isfinite().all() for p in ends[1])
    assert str(states[0]) == str(states[1])
