"""Dropout as it was first published, as a module."""

# --8<-- [start:dropout-scaled-at-test]
from chainrule.nn.dropout import Dropout


class DropoutScaledAtTest(Dropout):
    """In training zero with probability p, else x; in evaluation (1 - p) x.

    As Hinton et al. (2012), arXiv:1207.0580, and Srivastava et al.
    (2014), section 4: (1 - p) times inverted dropout in both modes.
    torch has none.
    """

    def __init__(self, p=0.5, inplace=False):
        super().__init__(p, inplace)
        self.in_training = 1.0

    def forward(self, x):
        y = super().forward(x)
        if self.training:
            return y
        return y.mul_(1 - self.p) if self.inplace else y * (1 - self.p)


# --8<-- [end:dropout-scaled-at-test]
