"""A data set cut into parts at random."""

# --8<-- [start:random-split]
import math
from itertools import accumulate

from chainrule.data.dataset import Subset


def random_split(dataset, lengths, generator=None):
    """Subsets of so many samples each; no sample is in two of them.

    lengths are whole numbers whose sum is len(dataset), or fractions
    whose sum is 1: then each part has floor(fraction * N) samples, and
    what is left goes one by one to the first parts. The parts are those
    of torch.utils.data.random_split with the same torch.Generator (None:
    torch's global one). Raises ValueError for other sums and for a part
    that would be empty, of which torch only warns, or is silent.
    """
    import torch

    sizes = part_sizes(len(dataset), [*lengths])
    order = torch.randperm(len(dataset), generator=generator).tolist()
    ends = accumulate(sizes)
    parts = zip(sizes, ends, strict=True)
    return [Subset(dataset, order[end - size : end]) for size, end in parts]


# --8<-- [end:random-split]


# --8<-- [start:part-sizes]
def part_sizes(N, lengths):
    """Whole numbers with the sum N, from those, or from fractions."""
    sizes = lengths
    if lengths and math.isclose(sum(lengths), 1):
        sizes = [math.floor(N * fraction) for fraction in lengths]
        for i in range(N - sum(sizes)):
            sizes[i % len(sizes)] += 1
    for i, size in enumerate(sizes):
        if not (size >= 1 and size % 1 == 0):  # nor infinite, nor NaN
            raise ValueError(
                f"random_split: part {i} of {N} samples would have {size}, "
                f"by lengths={lengths}"
            )
    if sum(sizes) != N:
        raise ValueError(
            f"random_split: lengths={lengths} have the sum {sum(sizes)}, "
            f"which is neither 1 nor the number of samples, {N}"
        )
    return [int(size) for size in sizes]


# --8<-- [end:part-sizes]
