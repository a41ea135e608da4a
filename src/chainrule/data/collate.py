"""Samples made into a batch."""

# --8<-- [start:collate]
import numpy as np


def collate(samples):
    """B samples of one kind as a batch of tensors, B first in each shape.

    Tensors and arrays of one shape are stacked, numbers become a
    tensor (Python's floats in float64), strings stay a list; in tuples,
    lists and dicts each place is a batch of its own. As torch's
    default_collate, but a batch of tuples is a tuple, and what does not
    fit is named. Raises ValueError for shapes, lengths and names that
    differ, TypeError for what cannot be in a batch.
    """
    import torch

    first = samples[0]
    if isinstance(first, torch.Tensor):
        same(samples, "shapes", lambda x: tuple(x.shape))
        return torch.stack(samples)
    if isinstance(first, np.ndarray):
        same(samples, "shapes", lambda x: x.shape)
        return torch.from_numpy(np.stack(samples))
    if isinstance(first, np.generic | bool | int | float):
        return torch.as_tensor(np.array(samples))
    if isinstance(first, str | bytes):
        return list(samples)
    if isinstance(first, dict):
        same(samples, "names", lambda x: sorted(x, key=str))
        return {name: collate([x[name] for x in samples]) for name in first}
    if isinstance(first, tuple | list):
        same(samples, "lengths", len)
        parts = [collate(part) for part in zip(*samples, strict=True)]
        if hasattr(first, "_fields"):  # a named tuple
            return type(first)(*parts)
        return type(first)(parts)
    raise TypeError(f"no batch of {type(first).__qualname__}: {first!r}")


def same(samples, what, of):
    """ValueError unless of(sample) is one and the same for all."""
    for k, sample in enumerate(samples):
        if type(sample) is not type(samples[0]):
            kinds = type(samples[0]).__qualname__, type(sample).__qualname__
            raise ValueError(f"samples 0 and {k} differ: {' and '.join(kinds)}")
        if of(sample) != of(samples[0]):
            raise ValueError(
                f"samples 0 and {k} of a batch have {what} "
                f"{of(samples[0])} and {of(sample)}"
            )


# --8<-- [end:collate]
