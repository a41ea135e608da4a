"""Batches of a dataset, an epoch at a time."""

# --8<-- [start:dataloader]
from chainrule.data.collate import collate
from chainrule.data.samplers import (
    BatchSampler,
    RandomSampler,
    SequentialSampler,
)


class DataLoader:
    """Every `for batch in loader` is an epoch: each sample once.

    dataset has a length and a sample for each number; collate_fn makes
    a batch of a list of them. With shuffle the order is another one in
    each epoch, drawn from generator, or torch's global one. As
    torch.utils.data.DataLoader without workers: with the same seed the
    same batches. Raises ValueError where no batch would be left, and
    for shuffle beside a sampler.
    """

    def __init__(
        self,
        dataset,
        batch_size=1,
        shuffle=False,
        sampler=None,
        *,
        collate_fn=collate,
        drop_last=False,
        generator=None,
    ):
        if sampler is not None and shuffle:
            raise ValueError("DataLoader: either shuffle or a sampler")
        if sampler is None:
            sampler = SequentialSampler(dataset)
            if shuffle:
                sampler = RandomSampler(dataset, generator)
        self.dataset, self.sampler, self.generator = dataset, sampler, generator
        self.batch_size, self.drop_last = batch_size, drop_last
        self.batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.collate_fn = collate_fn
        if len(self) == 0:
            raise ValueError(
                f"DataLoader: no batches of {batch_size} in {len(sampler)} "
                f"samples with drop_last={drop_last}"
            )

    def __len__(self):
        return len(self.batch_sampler)

    def __iter__(self):
        import torch

        # torch draws a seed for its workers first, also without any.
        torch.empty((), dtype=torch.int64).random_(generator=self.generator)
        return self._batches()

    def _batches(self):
        for numbers in self.batch_sampler:
            yield self.collate_fn([self.dataset[i] for i in numbers])


# --8<-- [end:dataloader]
