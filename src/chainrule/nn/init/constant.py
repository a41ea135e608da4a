"""Weights that all start the same."""

# --8<-- [start:constant]
import torch


@torch.no_grad()
def constant_(tensor, val):
    """Fill the tensor with val, and return it."""
    return tensor.fill_(val)


def zeros_(tensor):
    """Fill the tensor with 0. For biases: weights would stay all the same."""
    return constant_(tensor, 0.0)


def ones_(tensor):
    """Fill the tensor with 1."""
    return constant_(tensor, 1.0)


# --8<-- [end:constant]
