"""Sixty steps on a curved loss, for an optimizer of ours or of torch."""

import numpy as np
import pytest
import torch

SHAPES = ((3, 2), (5,), ())


def walk(optimizer_class, steps=60, change=lambda optimizer, step: None, **options):
    """Where it ends, all weights in one vector; some get no gradient in odd steps."""
    generator = torch.Generator().manual_seed(0)
    theta = [
        torch.randn(s, generator=generator, dtype=torch.float64).requires_grad_()
        for s in SHAPES
    ]
    optimizer = optimizer_class(theta, **options)
    for step in range(steps):
        change(optimizer, step)
        used = theta[1:] if step % 2 else theta
        optimizer.zero_grad()
        sum((p**4).sum() + torch.cos(3 * p).sum() for p in used).backward()
        optimizer.step()
    return torch.cat([p.detach().reshape(-1) for p in theta])


def twin_walk(twin, buffers, steps=60, clock=False, numbers=0, **options):
    """The same way by a function of chainrule.scratch.optim, gradient by hand."""
    generator = torch.Generator().manual_seed(0)
    out = []
    for i, shape in enumerate(SHAPES):
        w = torch.randn(shape, generator=generator, dtype=torch.float64).numpy()
        kept = [np.zeros_like(w) for _ in range(buffers)] + [0.0] * numbers
        for t in range(1, (steps if i else steps // 2) + 1):
            g = 4 * w**3 - 3 * np.sin(3 * w)
            new = twin(w, g, *kept, *[t] * clock, **options)
            w, *kept = new if buffers else (new,)
        out.append(np.reshape(w, -1))
    return np.concatenate(out)


@pytest.fixture(name="walk")
def walk_fixture():
    return walk


@pytest.fixture(name="twin_walk")
def twin_walk_fixture():
    return twin_walk
