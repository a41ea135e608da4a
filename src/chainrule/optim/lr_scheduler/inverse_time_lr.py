"""The rate a / (b + t) of the notes."""

from chainrule.optim.lr_scheduler.schedule import Schedule


# --8<-- [start:inverse-time]
class InverseTimeLR(Schedule):
    """a / (b + t) with a = η b: starts at η, has halved after b steps.

    Robbins and Monro (1951) study steps of this kind. torch has no such
    class. Raises ValueError unless b > 0.
    """

    def __init__(self, optimizer, b, last_epoch=-1):
        self.require(b > 0, b=b)
        self.b = b
        super().__init__(optimizer, last_epoch)

    def rate(self, t, lr):
        return lr * self.b / (self.b + t)  # (26.6)


# --8<-- [end:inverse-time]
