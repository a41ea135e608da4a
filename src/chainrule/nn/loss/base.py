"""What all losses share: reductions, and a look at the shapes."""

# --8<-- [start:loss]
import torch


class Loss(torch.nn.Module):
    """A loss of each element, reduced by "mean", "sum" or "none".

    A subclass says what one element costs. ValueError for input and
    target of different shapes (torch broadcasts some) and for a mean
    of nothing (torch returns nan). NaN in the input passes through, as
    in torch: mixed-precision training looks for it in the result.
    """

    def __init__(self, reduction="mean"):
        super().__init__()
        if reduction not in ("mean", "sum", "none"):
            raise ValueError(f"{reduction!r} is not a valid reduction")
        self.reduction = reduction

    def elementwise(self, input, target):
        raise NotImplementedError

    def forward(self, input, target):
        if input.shape != target.shape:
            raise ValueError(
                f"shapes differ: input {tuple(input.shape)}, "
                f"target {tuple(target.shape)}"
            )
        return self.reduce(self.elementwise(input, target))

    def reduce(self, loss):
        if self.reduction == "none":
            return loss
        if self.reduction == "mean" and loss.numel() == 0:
            raise ValueError(f"no mean of nothing: {tuple(loss.shape)}")
        return getattr(loss, self.reduction)()


# --8<-- [end:loss]
