"""The rate over the root of the number of updates."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:inverse-sqrt]
class InverseSqrtLR(Schedule):
    """η / √(t + 1), the decay that the lectures' Adagrad starts from.

    torch has no such class; LambdaLR can be given the same function.
    """

    def rate(self, t, lr):
        return lr / (t + 1) ** 0.5  # (26.4)


# --8<-- [end:inverse-sqrt]
