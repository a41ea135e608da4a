"""The rate multiplied by the same factor at each step."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:exponential]
class ExponentialLR(Schedule):
    """η γ^t.

    Equals torch.optim.lr_scheduler.ExponentialLR, which takes any number
    as gamma. Raises ValueError unless gamma > 0.
    """

    def __init__(self, optimizer, gamma, last_epoch=-1):
        self.require(gamma > 0, gamma=gamma)
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        return lr * self.gamma**t  # (26.3)


# --8<-- [end:exponential]
