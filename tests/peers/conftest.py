"""Second witnesses: other people's optimizers, one file for each package.

A package that is not installed is a skip with its name. All of them walk the same
way, with a gradient for every weight in every step, because some count the steps of
a whole group.
"""

import numpy as np
import pytest
import torch

SHAPES = ((3, 2), (5,), (2, 2))


def start():
    generator = torch.Generator().manual_seed(0)
    return [
        torch.randn(s, generator=generator, dtype=torch.float64).requires_grad_()
        for s in SHAPES
    ]


def walk(make, steps=20, change=lambda optimizer, step: None):
    """All weights after each step, (steps, 15); make(theta) gives the optimizer."""
    theta, path = start(), []
    optimizer = make(theta)
    for step in range(steps):
        change(optimizer, step)
        for w in theta:
            w.grad = torch.tensor(slope(w.detach().numpy()))
        optimizer.step()
        path.append(np.concatenate([w.detach().numpy().ravel() for w in theta]))
    return np.array(path)


def slope(w):
    return 4 * w**3 - 3 * np.sin(3 * w)


def follow(make, gradients):
    """One weight, from 0, under these gradients."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer, path = make([w]), []
    for g in gradients:
        w.grad = torch.full_like(w, g)
        optimizer.step()
        path.append(w.item())
    return np.array(path)


def differ(ours, theirs, size):
    """A known deviation: the largest distance of two paths, to two digits."""
    assert np.abs(ours - theirs).max() == pytest.approx(size, rel=0.05)


@pytest.fixture(name="start")
def start_fixture():
    return start


@pytest.fixture(name="slope")
def slope_fixture():
    return slope


@pytest.fixture(name="walk")
def walk_fixture():
    return walk


@pytest.fixture(name="follow")
def follow_fixture():
    return follow


@pytest.fixture(name="differ")
def differ_fixture():
    return differ
