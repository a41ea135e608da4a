"""The pieces of the parameters on which `update` runs fast.

An elementwise formula may be run on any pieces. On a CPU a large tensor is cut
into blocks that stay in the cache from the first operation of `update` to the
last, and small ones are bundled, because a call costs more than its work. On a
GPU all are bundled: one kernel an operation, however many tensors.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import torch

from chainrule.optim.engine.tensor_list import TensorList

Row = Sequence[torch.Tensor]  # [w, g, *buffers]; also a column of those

BLOCK = 1 << 20  # numbers in a block
SMALL = 1 << 14  # numbers below which a tensor is bundled on a CPU


def cut(
    rows: Iterable[Row], foreach: bool | None, elementwise: bool
) -> Iterator[Iterable[Any]]:
    """Yield the pieces of rows [w, g, *buffers]; foreach as in Optimizer."""
    bundles: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        w = row[0]
        small = w.numel() < SMALL if w.device.type == "cpu" else True
        if not w.numel():
            continue
        if w.is_complex():  # as torch does: real and imaginary part apart
            row = [torch.view_as_real(x.resolve_conj()) for x in row]
        if not elementwise:
            yield row
        elif small if foreach is None else foreach:
            bundles[w.device, row[0].dtype].append(row)
        else:
            yield from blocks(in_memory_order(row))
    for same in bundles.values():
        yield map(TensorList, zip(*same, strict=True))


def blocks(row: Row) -> Iterable[Row]:
    """Cut a large row that lies contiguous in a CPU's memory."""
    w = row[0]
    whole = w.numel() <= BLOCK or w.device.type != "cpu"
    if whole or not all(x.is_contiguous() for x in row):
        return [row]
    return zip(*(x.view(-1).split(BLOCK) for x in row), strict=True)


def pieces(*columns: Row) -> Iterator[list[Any]]:
    """Yield the columns [ws, gs, …] anew, a block of numbers at a time.

    What a first pass over them has read is in the cache for a second one.
    """
    piece: list[Row] = []
    size = 0
    for row in zip(*columns, strict=True):
        for part in blocks(row):
            size += part[0].numel()
            if size > BLOCK:
                yield [*map(list, zip(*piece, strict=True))]
                piece, size = [], part[0].numel()
            piece.append(part)
    if piece:
        yield [*map(list, zip(*piece, strict=True))]


def in_memory_order(row: Row) -> Row:
    """Views with the axes from the widest stride of w to the narrowest.

    If all of a row lie in memory alike (channels last, transposed), the views
    are contiguous.
    """
    w = row[0]
    if w.is_contiguous():
        return row
    order = sorted(range(w.dim()), key=w.stride, reverse=True)
    return [x.permute(order) for x in row]
