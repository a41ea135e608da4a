"""The loss of DETR: predictions and objects as two sets."""

# --8<-- [start:set-criterion]
import torch
from torch import nn

from chainrule.nn.loss.box_iou import generalized_box_iou
from chainrule.nn.loss.set_matching import set_matching


class SetCriterion(nn.Module):
    """Match predictions and objects of a picture, then add up the losses.

    logits (Q, num_classes + 1), the last class is “no object”; boxes
    (Q, 4) as (cx, cy, width, height), parts of the picture; labels (M,)
    and targets (M, 4) of its objects in any order, M ≤ Q. Carion et al.
    (2020), arXiv:2005.12872, equations 1 and 2, with the paper's weights:
    bbox of the L1 distance, giou, and eos_coef of “no object”. Their
    program divides the parts by numbers of objects and predictions.
    Raises ValueError for shapes and labels that do not fit, TypeError for
    labels of another dtype.
    """

    def __init__(self, num_classes, bbox=5.0, giou=2.0, eos_coef=0.1):
        super().__init__()
        self.num_classes, self.eos_coef = num_classes, eos_coef
        self.bbox, self.giou = bbox, giou

    def forward(self, logits, boxes, labels, targets):
        self.check(logits, boxes, labels, targets)
        pairs = self.box_loss(boxes, targets)  # (M, Q)
        matched = set_matching(pairs - logits.softmax(-1).T[labels])
        classes = torch.full_like(logits[:, 0], self.num_classes).long()
        classes[matched] = labels.long()
        nll = -logits.log_softmax(-1).gather(1, classes[:, None])[:, 0]
        weights = torch.ones_like(nll)
        weights[classes == self.num_classes] = self.eos_coef
        objects = torch.arange(len(labels), device=labels.device)
        return (weights * nll).sum() + pairs[objects, matched].sum()

    def box_loss(self, boxes, targets):
        """What each pair's boxes cost: (M, Q)."""
        l1 = (targets[:, None] - boxes).abs().sum(-1)
        overlap = generalized_box_iou(_corners(targets), _corners(boxes))
        return self.bbox * l1 + self.giou * (1 - overlap)

    # --8<-- [end:set-criterion]

    def check(self, logits, boxes, labels, targets):
        """ValueError or TypeError unless all fits together."""
        Q, M = len(boxes), len(labels)
        shapes = {
            "logits": (logits, (Q, self.num_classes + 1)),
            "boxes": (boxes, (Q, 4)),
            "labels": (labels, (M,)),
            "targets": (targets, (M, 4)),
        }
        for name, (x, shape) in shapes.items():
            if x.shape != shape:
                got = (*x.shape,)
                raise ValueError(f"{name} must be {shape}, got {got}")
        if labels.dtype not in (torch.int32, torch.int64):
            # bytes would choose as a mask does
            raise TypeError(
                f"labels must be int32 or int64, got {labels.dtype}"
            )
        if M > Q:
            raise ValueError(f"{M} objects, but {Q} predictions")
        if ((labels < 0) | (labels >= self.num_classes)).any():
            raise ValueError(
                f"labels are 0 to {self.num_classes - 1}, got {labels.tolist()}"
            )

    def extra_repr(self) -> str:
        weights = f"bbox={self.bbox}, giou={self.giou}"
        return f"{self.num_classes}, {weights}, eos_coef={self.eos_coef}"


# --8<-- [start:corners]
def _corners(boxes):
    """(left, top, right, bottom) of (cx, cy, width, height), (..., 4)."""
    middle, size = boxes.split(2, dim=-1)
    return torch.cat([middle - size / 2, middle + size / 2], dim=-1)


# --8<-- [end:corners]
