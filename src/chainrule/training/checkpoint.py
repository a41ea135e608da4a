"""State dicts on disk."""

# --8<-- [start:checkpoint]
import torch

from chainrule.training.plain import plain
from chainrule.training.replacing import replacing


def save(state, path):
    """Write a state dict, or tensors and plain values in dicts and lists.

    Whoever stops the program finds the old file or the new one, whole.
    NumPy's numbers become Python's. Raises TypeError, and leaves the
    old file, for what load would refuse, with its place in state.
    """
    state = plain(state)
    with replacing(path) as file:
        torch.save(state, file)


def load(path, device="cpu"):
    """What was saved, its tensors on a device, wherever they had been.

    A file can hold no program that would run here (weights_only).
    Raises FileNotFoundError, and ValueError for what is no checkpoint.
    """
    try:
        return torch.load(path, map_location=device, weights_only=True)
    except OSError:
        raise
    except Exception as error:  # of a damaged file it may raise anything
        raise ValueError(f"{path} is no checkpoint: {error}") from None


# --8<-- [end:checkpoint]
