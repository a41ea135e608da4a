"""Sixty random gradients, for a function of ours and an optimizer of torch."""

import numpy as np
import pytest
import torch


def against_torch(twin, buffers, theirs, *, clock=False, **options):
    """Weights after each step: by the function, and by torch's optimizer."""
    rng = np.random.default_rng(0)
    w = rng.normal(size=(3, 4))
    kept = [np.zeros_like(w) for _ in range(buffers)]
    theta = torch.tensor(w, requires_grad=True)
    optimizer = theirs([theta])
    ours, oracle = [], []
    for t in range(1, 61):
        g = rng.normal(size=w.shape) * 10.0 ** rng.integers(-3, 3)
        g[rng.random(w.shape) < 0.2] = 0.0
        new = twin(w, g, *kept, *[t] * clock, **options)
        w, *kept = new if buffers else (new,)
        theta.grad = torch.tensor(g)
        optimizer.step()
        ours.append(w)
        oracle.append(theta.detach().numpy().copy())
    return np.array(ours), np.array(oracle)


def keeps_float32(twin, arrays, *clock):
    """Whether all that goes in and comes out is float32."""
    rng = np.random.default_rng(0)
    given = [rng.random(3, dtype=np.float32) for _ in range(arrays)]
    before = [x.copy() for x in given]
    made = twin(*given, *clock)
    made = made if isinstance(made, tuple) else (made,)
    untouched = all(map(np.array_equal, given, before))
    return untouched and all(x.dtype == np.float32 for x in made)


@pytest.fixture(name="against_torch")
def against_torch_fixture():
    return against_torch


@pytest.fixture(name="keeps_float32")
def keeps_float32_fixture():
    return keeps_float32
