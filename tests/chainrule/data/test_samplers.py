import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.data import BatchSampler, RandomSampler, SequentialSampler

UNIT = "dataloader"
theirs = torch.utils.data


def test_orders_are_torchs(agree):
    """Epoch after epoch, with a generator of their own and with the global one."""
    for N in (1, 2, 7, 50):
        rows = range(N)
        for own in (True, False):
            found = []
            for make in (RandomSampler, theirs.RandomSampler):
                torch.manual_seed(5)
                rng = torch.Generator().manual_seed(5) if own else None
                sampler = make(rows, generator=rng)
                found.append([[*sampler] for _ in range(4)])
                found[-1].append(torch.rand(2).tolist() * N)  # as much was drawn
            for ours, oracle in zip(*found, strict=True):
                agree(UNIT, ours, oracle, 0, against="torch.utils.data.RandomSampler")
            for epoch in found[0][:4]:
                assert sorted(epoch) == [*rows]
            assert N < 7 or found[0][0] != found[0][1]
    agree(
        UNIT,
        [*SequentialSampler(rows)],
        [*theirs.SequentialSampler(rows)],
        0,
        against="torch.utils.data.SequentialSampler",
    )
    assert len(RandomSampler(rows)) == len(SequentialSampler(rows)) == 50


def test_every_order_is_as_likely():
    sampler = RandomSampler(range(3), torch.Generator().manual_seed(0))
    counts = {}
    for _ in range(3000):
        order = tuple(sampler)
        counts[order] = counts.get(order, 0) + 1
    assert len(counts) == 6
    assert max(abs(n - 500) for n in counts.values()) < 85  # four deviations


@given(st.integers(0, 40), st.integers(1, 50), st.booleans())
def test_batches_are_torchs(N, size, drop_last):
    ours = BatchSampler(range(N), size, drop_last)
    oracle = theirs.BatchSampler(range(N), size, drop_last)
    assert [*ours] == [*oracle] == [*ours]
    assert len(ours) == len(oracle) == len([*ours])


def test_batches_of_a_random_order(agree):
    """A last batch that is dropped has drawn its numbers, too."""
    orders = []
    for random, batches in (
        (RandomSampler, BatchSampler),
        (theirs.RandomSampler, theirs.BatchSampler),
    ):
        rng = torch.Generator().manual_seed(1)
        sampler = batches(random(range(10), generator=rng), 3, True)
        orders.append([[*sampler] for _ in range(3)])
    agree(UNIT, *orders, 0, against="torch.utils.data.BatchSampler")


@pytest.mark.parametrize("size", [0, -2])
def test_refuses_batches_of_nothing(size):
    with pytest.raises(ValueError, match=f"batch_size must be 1 or more, got {size}"):
        BatchSampler(range(3), size)
