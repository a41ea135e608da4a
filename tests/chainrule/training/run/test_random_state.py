import random

import numpy as np
import pytest
import torch
from helpers import trainings

from chainrule.data import Batches, DataLoader, Loader, RandomSampler, Subset
from chainrule.training import load, save
from chainrule.training.run import random_state, restore

UNIT = "training-loop"


def draw(loader=None, owns=()):
    """Numbers from all generators; that of normal numbers keeps one for later."""
    found = [random.random(), random.gauss(0, 1), torch.randn(3).tolist()]
    found += [np.random.random(), np.random.standard_normal()]  # noqa: NPY002
    for own in owns:
        if isinstance(own, torch.Generator):
            found.append(torch.rand(2, generator=own).tolist())
        else:
            found.append(own.normal(size=3).tolist())
    return np.hstack(found)


def loaders():
    """Loaders with the generators that they and their parts have."""
    rng, other = torch.Generator(), torch.Generator()
    noisy = trainings.Noisy()
    sampler = RandomSampler(noisy, other)
    torchs = torch.utils.data
    batches = torchs.BatchSampler(torchs.RandomSampler(noisy, generator=rng), 3, False)
    yield None, ()
    yield torchs.DataLoader(noisy, shuffle=True, generator=rng), (rng, noisy.rng)
    yield (
        torchs.DataLoader(Subset(noisy, [1]), sampler=sampler, generator=rng),
        (rng, other, noisy.rng),
    )
    yield torchs.DataLoader(noisy, batch_sampler=batches), (rng, noisy.rng)
    yield DataLoader(Subset(noisy, [1]), 2, shuffle=True), (noisy.rng,)
    for kind in (np.random.MT19937, np.random.Philox, np.random.SFC64):
        own = np.random.Generator(kind(3))
        yield Batches(5, 2, own), (own,)
    own = np.random.default_rng(0)
    yield Loader(np.zeros((3, 1)), np.zeros(3), 2, own), (own,)


def test_brings_every_generator_back(tmp_path, agree):
    for loader, owns in loaders():
        draw(loader, owns)
        state = random_state(loader)
        assert len(state["own"]) == len(owns)
        oracle = draw(loader, owns)
        save(state, tmp_path / "a.pt")
        trainings.seed(17)
        restore(load(tmp_path / "a.pt"), loader)
        agree(UNIT, draw(loader, owns), oracle, 0, against="the numbers before")


def test_reads_without_drawing():
    _, (loader, _), *_ = loaders()
    trainings.seed(1)
    random_state(loader)
    first = draw()
    trainings.seed(1)
    assert np.array_equal(draw(), first)


def test_another_loader_is_refused():
    state = random_state(trainings.arguments("rich")["loader"])
    before = random_state(None)
    with pytest.raises(ValueError, match=r"has 0 generators .* of one with 2"):
        restore(state, None)
    assert trainings.same(random_state(None), before)
