"""Huber's loss as a module."""

import torch

from chainrule.nn.loss.base import Loss


# --8<-- [start:huber-loss]
class HuberLoss(Loss):
    """Squared up to an error of delta, absolute beyond (Huber, 1964).

    As torch.nn.HuberLoss, which refuses delta <= 0 not before the first
    call; ValueError at once.
    """

    def __init__(self, reduction="mean", delta=1.0):
        super().__init__(reduction)
        if not delta > 0:
            raise ValueError(f"delta must be positive, got {delta}")
        self.delta = delta

    def elementwise(self, input, target):
        r, delta = (input - target).abs(), self.delta
        line = delta * (r - delta / 2)
        return torch.where(r <= delta, r**2 / 2, line)  # (4.6)


# --8<-- [end:huber-loss]
