"""In which order samples come, and which of them together."""

# --8<-- [start:samplers]
from itertools import islice


class SequentialSampler:
    """0, 1, …, N-1 for a dataset of N samples, every epoch."""

    def __init__(self, dataset):
        self.dataset = dataset

    def __len__(self):
        return len(self.dataset)

    def __iter__(self):
        return iter(range(len(self.dataset)))


class RandomSampler(SequentialSampler):
    """A permutation of 0, …, N-1, a new one every epoch.

    From generator, a torch.Generator, or else from one that torch's
    global generator seeds, as torch.utils.data.RandomSampler has it:
    the same seed brings the same orders.
    """

    def __init__(self, dataset, generator=None):
        super().__init__(dataset)
        self.generator = generator

    def __iter__(self):
        import torch

        rng, N = self.generator, len(self.dataset)
        if rng is None:
            seed = torch.empty((), dtype=torch.int64).random_()
            rng = torch.Generator().manual_seed(int(seed))
        yield from torch.randperm(N, generator=rng).tolist()
        # torch draws another order, from which it takes no sample. The
        # orders of the next epochs are the same only if we do so, too.
        torch.randperm(N, generator=rng)


# --8<-- [end:samplers]


# --8<-- [start:batch-sampler]
class BatchSampler:
    """Lists of batch_size numbers from a sampler.

    The last one is shorter where they do not divide N, or dropped by
    drop_last. As torch.utils.data.BatchSampler. Raises ValueError for
    a batch_size below 1.
    """

    def __init__(self, sampler, batch_size, drop_last=False):
        if batch_size < 1:
            raise ValueError(f"batch_size must be 1 or more, got {batch_size}")
        self.sampler, self.batch_size = sampler, batch_size
        self.drop_last = drop_last

    def __len__(self):
        N, B = len(self.sampler), self.batch_size
        return N // B if self.drop_last else -(-N // B)  # rounded up

    def __iter__(self):
        numbers = iter(self.sampler)
        while batch := [*islice(numbers, self.batch_size)]:
            if len(batch) == self.batch_size or not self.drop_last:
                yield batch


# --8<-- [end:batch-sampler]
