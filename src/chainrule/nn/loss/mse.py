"""Mean squared error as a module."""

# --8<-- [start:mse-loss]
from chainrule.nn.loss.base import Loss


class MSELoss(Loss):
    """Squared error of each element; Loss takes their mean.

    reduction="sum" adds them up, "none" leaves them as they are.
    Unlike torch.nn.MSELoss, which warns and broadcasts, Loss refuses
    input and target of different shapes with a ValueError.
    """

    def elementwise(self, input, target):
        return (input - target) ** 2


# --8<-- [end:mse-loss]
