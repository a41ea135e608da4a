from collections import Counter
from itertools import chain

import pytest
import torch

from chainrule.data import DataLoader, RandomSampler, Subset

UNIT = "dataloader"
theirs = torch.utils.data


def samples(N=23):
    return [(torch.tensor([n, -n]), n) for n in range(N)]


def epochs(loader, count=3):
    """All batches of some epochs, and what the global generator draws next."""
    found = [[(x, t) for x, t in loader] for _ in range(count)]
    return found, torch.rand(3)


def test_batches_are_torchs(agree):
    """Also their order, and what is drawn: the same seed, the same training."""
    for options in (
        {"batch_size": 5},
        {"batch_size": 5, "shuffle": True},
        {"batch_size": 7, "shuffle": True, "drop_last": True},
        {"batch_size": 23, "shuffle": True},
        {"batch_size": 4, "sampler": [3, 1, 4, 1, 5]},
        {},
    ):
        for own in (True, False):
            found = []
            for make in (DataLoader, theirs.DataLoader):
                torch.manual_seed(3)
                rng = torch.Generator().manual_seed(3) if own else None
                loader = make(samples(), generator=rng, **options)
                found.append((len(loader), *epochs(loader)))
            (n, ours, after), (m, oracle, later) = found
            assert n == m == len(ours[0])
            assert torch.equal(after, later)
            for a, b in zip(*map(chain.from_iterable, (ours, oracle)), strict=True):
                agree(UNIT, a[0], b[0], 0, against="torch.utils.data.DataLoader")
                agree(UNIT, a[1], b[1], 0, against="torch.utils.data.DataLoader")


def test_each_sample_once_an_epoch():
    for size in range(1, 25):
        loader = DataLoader(samples(), size, shuffle=True)
        for epoch in epochs(loader, 2)[0]:
            assert sorted(torch.cat([t for _, t in epoch]).tolist()) == [*range(23)]
            assert {len(t) for _, t in epoch[:-1]} <= {size}


def test_what_is_dropped_changes():
    loader = DataLoader(samples(), 5, shuffle=True, drop_last=True)
    left = Counter()
    for _ in range(60):
        seen = torch.cat([t for _, t in loader]).tolist()
        left.update({*range(23)} - {*seen})
    assert sum(left.values()) == 180
    assert len(left) == 23


def test_two_epochs_side_by_side():
    loader = DataLoader(samples(), 4, shuffle=True)
    for epoch in zip(*zip(loader, loader, strict=True), strict=True):
        assert sorted(torch.cat([t for _, t in epoch]).tolist()) == [*range(23)]


def test_reads_a_batch_at_a_time():
    read = []

    class Noted:
        def __len__(self):
            return 10

        def __getitem__(self, index):
            read.append(index)
            return index

    batches = iter(DataLoader(Noted(), 4))
    next(batches)
    assert read == [0, 1, 2, 3]


def test_what_makes_a_batch_can_be_given():
    loader = DataLoader(samples(3), 2, collate_fn=len)
    assert [*loader] == [2, 1]


@pytest.mark.parametrize("options", [{}, {"shuffle": True}])
def test_refuses_nothing(options):
    with pytest.raises(ValueError, match="no batches of 2 in 0 samples"):
        DataLoader([], 2, **options)
    with pytest.raises(ValueError, match="no batches of 4 in 3 samples with drop_last"):
        DataLoader(samples(3), 4, drop_last=True, **options)
    with pytest.raises(ValueError, match="batch_size must be 1 or more, got 0"):
        DataLoader(samples(3), 0, **options)
    with pytest.raises(ValueError, match="either shuffle or a sampler"):
        DataLoader(samples(3), sampler=RandomSampler(samples(3)), shuffle=True)


def test_takes_a_subset():
    loader = DataLoader(Subset(samples(), [4, 2]), 2)
    assert [t.tolist() for _, t in loader] == [[4, 2]]
