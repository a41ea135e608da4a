"""The rate divided at regular intervals."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:step]
class StepLR(Schedule):
    """η γ^⌊t / s⌋: multiplied by gamma after every step_size steps.

    Equals torch.optim.lr_scheduler.StepLR, which takes any number as
    step_size and gamma. Raises ValueError unless step_size > 0, gamma > 0.
    """

    def __init__(self, optimizer, step_size, gamma=0.1, last_epoch=-1):
        self.require(step_size > 0, step_size=step_size)
        self.require(gamma > 0, gamma=gamma)
        self.step_size, self.gamma = step_size, gamma
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        return lr * self.gamma ** (t // self.step_size)  # (26.2)


# --8<-- [end:step]
