"""When torch's fused kernels may run: they trust what they are given.

Where a parameter, its gradient and its buffers lie differently in memory,
torch's CPU kernels pair the wrong numbers without a word. So only rows that lie
alike get there; the others, and all of them where this torch or the device has
no such kernel, are left to `update`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

import torch

from chainrule.optim.engine import slices
from chainrule.optim.engine.kernels import Kernel, Tensors

DTYPE = attrgetter("dtype")


def step(
    kernel: Kernel,
    columns: list[Tensors],
    clock: Sequence[float],
    given: Mapping[str, Any],
) -> Iterable[slices.Row]:
    """A step of those of the columns [ws, gs, *buffers] that the kernel does.

    Returns the other rows [w, g, *buffers]; clock is (t,) or ().
    """
    if fits(columns):
        done = attempt(kernel, columns, clock, given)
        return [] if done else zip(*columns, strict=True)
    groups: dict[Any, list[tuple[slices.Row, slices.Row]]] = defaultdict(list)
    left: list[slices.Row] = []
    for row in zip(*columns, strict=True):
        view = slices.in_memory_order(row)
        if fits([[x] for x in view]):
            groups[view[0].device, view[0].dtype].append((row, view))
        else:
            left.append(row)
    for pairs in groups.values():
        columns = [*map(list, zip(*(view for _, view in pairs), strict=True))]
        if not attempt(kernel, columns, clock, given):
            left += [row for row, _ in pairs]
    return left


def fits(columns: Sequence[Sequence[torch.Tensor]]) -> bool:
    """Whether a kernel may have these [ws, gs, *buffers], all at once."""
    every = [*chain.from_iterable(columns)]
    sizes, *others = (list(map(torch.Tensor.numel, c)) for c in columns)
    return (
        every[0].is_floating_point()
        and all(map(torch.Tensor.is_contiguous, every))
        and not any(map(torch.Tensor.is_neg, columns[1]))  # -x, not yet done
        and len(set(map(DTYPE, every))) == 1
        and len(set(map(torch.Tensor.get_device, every))) == 1
        and all(other == sizes for other in others)
        and 0 not in sizes
    )


def attempt(
    kernel: Kernel,
    columns: list[Tensors],
    clock: Sequence[float],
    given: Mapping[str, Any],
) -> bool:
    """Do the step, unless the kernel refuses it; whether it is done."""
    try:
        kernel(*columns, *clock, **given)
    except NotImplementedError:  # of `kernels`, or torch's for a device
        return False
    return True
