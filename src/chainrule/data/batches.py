"""Mini-batches in a new order every epoch."""

# --8<-- [start:batches]
import numpy as np


class Batches:
    """Row numbers of all samples, cut into batches; shuffled in each epoch.

    Every `for rows in Batches(N, B)` is one epoch: a permutation of
    0 … N-1 in arrays of B numbers, the last one shorter where B does
    not divide N, or dropped by drop_last. seed is a number or a NumPy
    Generator; the order is the same in every dtype that holds N.
    Raises ValueError for samples or size below 1, and for drop_last
    where no batch is left.
    """

    def __init__(
        self, samples, size, seed=None, drop_last=False, dtype=np.int64
    ):
        if samples < 1 or size < 1 or (drop_last and size > samples):
            raise ValueError(f"no batches of {size} in {samples} samples")
        self.samples, self.size, self.drop_last = samples, size, drop_last
        self.rng, self.dtype = np.random.default_rng(seed), dtype

    def __len__(self):  # updates per epoch (20.1)
        if self.drop_last:
            return self.samples // self.size
        return -(-self.samples // self.size)  # rounded up

    def __iter__(self):
        order = np.arange(self.samples, dtype=self.dtype)
        self.rng.shuffle(order)
        for k in range(len(self)):
            yield order[k * self.size : (k + 1) * self.size]


# --8<-- [end:batches]
