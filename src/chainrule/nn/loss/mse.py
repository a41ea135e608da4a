"""Mean squared error as a module."""

# --8<-- [start:mse-loss]
from torch import nn


class MSELoss(nn.Module):
    """Squared error, reduced by "mean", "sum" or not at all ("none").

    Unlike torch.nn.MSELoss, which warns and broadcasts, it refuses
    input and target of different shapes with a ValueError, and a mean
    of nothing, which would be nan. As torch, it takes no integers
    (TypeError): their differences wrap, uint8 0 - 255 is 1.
    """

    def __init__(self, reduction="mean"):
        super().__init__()
        if reduction not in ("mean", "sum", "none"):
            raise ValueError(f"{reduction!r} is not a valid reduction")
        self.reduction = reduction

    def forward(self, input, target):
        if input.shape != target.shape:
            raise ValueError(
                f"shapes differ: input {tuple(input.shape)}, "
                f"target {tuple(target.shape)}"
            )
        if self.reduction == "mean" and input.numel() == 0:
            raise ValueError(f"no mean of nothing: {tuple(input.shape)}")
        if not (input.is_floating_point() or target.is_floating_point()):
            raise TypeError(f"need floats, got {input.dtype}, {target.dtype}")
        loss = (input - target) ** 2
        return (
            loss
            if self.reduction == "none"
            else getattr(loss, self.reduction)()
        )


# --8<-- [end:mse-loss]
