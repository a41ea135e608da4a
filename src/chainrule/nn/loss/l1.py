"""Mean absolute error as a module."""

from chainrule.nn.loss.base import Loss


# --8<-- [start:l1-loss]
class L1Loss(Loss):
    """Absolute error, as torch.nn.L1Loss; its slope at 0 is 0."""

    def elementwise(self, input, target):
        return (input - target).abs()  # (4.1)


# --8<-- [end:l1-loss]
