"""What a checkpoint may hold."""

# --8<-- [start:plain]
import copy
from collections import Counter, OrderedDict

import numpy as np
import torch

VALUES = (
    *(type(None), bool, int, float, str, bytes),
    *(torch.Size, torch.dtype, torch.device),
)


def plain(value, name="state"):
    """The same with Python's numbers for NumPy's.

    Tensors, numbers, strings and None pass, within lists, tuples and
    dicts of any depth. Raises TypeError with the place of anything
    else: torch.load(weights_only=True) would refuse the whole file.
    """
    if isinstance(value, torch.Tensor) or type(value) in VALUES:
        return value
    if isinstance(value, np.generic):  # such as lr=np.geomspace(…)[3]
        return plain(value.item(), name)
    if type(value) in (list, tuple):
        parts = [plain(x, f"{name}[{k}]") for k, x in enumerate(value)]
        return type(value)(parts)
    if type(value) in (dict, OrderedDict, Counter):
        same = copy.copy(value)  # with the versions that modules note there
        same.clear()
        for key, x in value.items():
            same[plain(key, f"a key of {name}")] = plain(x, f"{name}[{key!r}]")
        return same
    raise TypeError(
        f"{name} is a {type(value).__qualname__}, which no checkpoint may hold"
    )


# --8<-- [end:plain]
