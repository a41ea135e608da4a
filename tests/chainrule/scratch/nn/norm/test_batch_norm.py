import numpy as np
import pytest
import torch
from helpers.norms import (
    CASES,
    both_numpy,
    numpy_both_ways,
    twelve_batches,
)

from chainrule.scratch import nn

UNIT, TEST_TIME = "batch-normalization", "batch-norm-at-test-time"
ALL = [(name, *case) for name in ("BatchNorm1d", "BatchNorm2d") for case in CASES[name]]


@pytest.mark.parametrize(("name", "args", "keywords", "shape"), ALL)
def test_is_torchs(agree, name, args, keywords, shape):
    """Ten batches in training, then evaluation: values, gradients, buffers."""
    ours, theirs = both_numpy(name, args, **keywords)
    for mine, oracle, training in twelve_batches(ours, theirs, shape, numpy_both_ways):
        unit, against = UNIT if training else TEST_TIME, f"torch.nn.{name}"
        agree(unit, mine, oracle, 1e-12, atol=5e-13, against=against)


def test_mistake_16():
    """Biased to normalize, unbiased to remember; momentum weighs the new value."""
    layer = nn.BatchNorm1d(1, eps=0, momentum=0.25)
    y = layer.forward(np.array([[1.0], [3], [5], [7]]))
    assert np.mean(y**2) == pytest.approx(1)
    assert layer.running_mean.tolist() == [0.25 * 4]
    assert layer.running_var == pytest.approx(0.75 * 1 + 0.25 * 20 / 3)


@pytest.mark.parametrize("shape", [(1, 3), (1, 3, 1), (0, 3)])
def test_too_few_values_are_refused(shape):
    """torch lets none at all pass."""
    n = shape[0]
    with pytest.raises(ValueError, match=rf"{n} values per feature: \({n}"):
        nn.BatchNorm1d(3).forward(np.ones(shape))
    assert nn.BatchNorm1d(3).eval().forward(np.ones(shape)).shape == shape
    if n:
        with pytest.raises(ValueError, match="more than 1 value per channel"):
            torch.nn.BatchNorm1d(3)(torch.ones(shape))


def test_in_a_network_both_ways_and_both_modes(agree):
    rng = np.random.default_rng(0)
    first, second = nn.Linear(3, 5, rng), nn.Linear(5, 2, rng)
    norm, drop = nn.BatchNorm1d(5), nn.Dropout(0.0)
    ours = nn.Sequential(nn.Sequential(first, norm), nn.ReLU(), drop, second)
    inner = torch.nn.Sequential(torch.nn.Linear(3, 5), torch.nn.BatchNorm1d(5))
    parts = torch.nn.ReLU(), torch.nn.Dropout(0.0), torch.nn.Linear(5, 2)
    theirs = torch.nn.Sequential(inner, *parts).double()
    with torch.no_grad():
        for mine, p in zip(ours.params, theirs.parameters(), strict=True):
            p.copy_(torch.tensor(mine))
    for seed in range(4):
        ours.train(seed < 3)
        theirs.train(seed < 3)
        x, dy = rng.normal(size=(6, 3)), rng.normal(size=(6, 2))
        leaf = torch.tensor(x, requires_grad=True)
        theirs.zero_grad()
        y = theirs(leaf)
        y.backward(torch.tensor(dy))
        found = [ours.forward(x), ours.backward(dy), *ours.grads, *ours.buffers()]
        oracles = [y, leaf.grad, *(p.grad for p in theirs.parameters())]
        oracles += [*theirs.buffers()]
        for mine, oracle in zip(found, oracles, strict=True):
            agree(UNIT, mine, oracle, 1e-12, atol=1e-13, against="torch.nn.Sequential")


def test_buffers_are_always_the_same_arrays():
    """So that a checkpoint can write into them."""
    layer = nn.BatchNorm1d(3)
    before = layer.buffers()
    layer.forward(np.random.default_rng(0).normal(size=(5, 3)))
    assert all(a is b for a, b in zip(layer.buffers(), before, strict=True))
    assert before[2] == 1
    assert nn.BatchNorm1d(3, track_running_stats=False).buffers() == []
