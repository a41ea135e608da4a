"""The hinge loss of a two-class score as a module."""

from chainrule.nn.loss.base import Loss


# --8<-- [start:hinge-loss]
class HingeLoss(Loss):
    """max(0, 1 - t z) for scores z and targets t of -1 or 1.

    torch has none of this name: its HingeEmbeddingLoss is another loss.
    ValueError for other targets, which waits for the device.
    """

    def elementwise(self, input, target):
        if not (target.abs() == 1).all():
            raise ValueError(f"targets must be -1 or 1, got {target.unique()}")
        return (1 - target * input).relu()  # (4.15)


# --8<-- [end:hinge-loss]
