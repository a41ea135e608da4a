"""How much two boxes overlap."""

import torch


# --8<-- [start:generalized-box-iou]
def generalized_box_iou(boxes1, boxes2):
    """(M, Q) for boxes (M, 4) and (Q, 4), from −1 to 1; 1: the same box.

    Boxes are (left, top, right, bottom). What both cover over what one
    of them covers, less the idle part of the smallest box around both:
    so boxes apart differ by how far. Rezatofighi et al. (2019),
    arXiv:1902.09630. Name and order are torchvision.ops'. Raises
    ValueError for other shapes and for boxes that are inside out.
    """
    for boxes in (boxes1, boxes2):
        if boxes.dim() != 2 or boxes.shape[1] != 4:
            raise ValueError(f"boxes must be (N, 4), got {(*boxes.shape,)}")
        if (boxes[:, :2] > boxes[:, 2:]).any():
            raise ValueError("boxes must be (left, top, right, bottom)")
    a, b = boxes1[:, None], boxes2[None]
    low, high = torch.maximum(a, b), torch.minimum(a, b)
    both = _area(low[..., :2], high[..., 2:])
    either = (
        _area(a[..., :2], a[..., 2:]) + _area(b[..., :2], b[..., 2:]) - both
    )
    around = _area(high[..., :2], low[..., 2:])
    return both / either - (around - either) / around


def _area(corner, opposite):
    """Of boxes by two corners (..., 2); 0 where they do not overlap."""
    return (opposite - corner).clamp(min=0).prod(-1)


# --8<-- [end:generalized-box-iou]
