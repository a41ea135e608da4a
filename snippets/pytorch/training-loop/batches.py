# kind: exact
"""Ten samples in batches of three: ours and torch's loader."""

# --8<-- [start:batches]
import torch

from chainrule.data import DataLoader

samples = range(10)


def epochs(make, **options):
    """Two epochs of batches, with the same seed for every loader."""
    rng = torch.Generator().manual_seed(0)
    loader = make(samples, batch_size=3, generator=rng, **options)
    print(len(loader), "batches", *options)
    return [[batch.tolist() for batch in loader] for _ in range(2)]


print(epochs(DataLoader)[0])
for options in ({"shuffle": True}, {"shuffle": True, "drop_last": True}):
    ours = epochs(DataLoader, **options)
    print(*ours, sep="\n")
    theirs = epochs(torch.utils.data.DataLoader, **options)
    print("the same by torch:", ours == theirs)
# --8<-- [end:batches]
