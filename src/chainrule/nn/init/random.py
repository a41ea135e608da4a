"""Weights drawn from a distribution that the caller knows."""

# --8<-- [start:random]
import torch


@torch.no_grad()
def normal_(tensor, mean=0.0, std=1.0, generator=None):
    """Fill the tensor with draws from N(mean, std²), and return it.

    The notes' fixed deviation is std=0.01. Raises RuntimeError for a
    negative std.
    """
    return tensor.normal_(mean, std, generator=generator)


@torch.no_grad()
def uniform_(tensor, a=0.0, b=1.0, generator=None):
    """Fill the tensor with draws from [a, b), and return it.

    Raises RuntimeError for a > b.
    """
    return tensor.uniform_(a, b, generator=generator)


# --8<-- [end:random]
