"""A sum of ReLUs."""

from chainrule.scratch.models.shallow.unit_sum_base import UnitSum
from chainrule.scratch.nn.activation.relu import relu


# --8<-- [start:relu-sum]
class ReLUSum(UnitSum):
    """The function set (3.14), fitted by gradient descent.

    At the bend the derivative is taken to be 0, as in torch.
    """

    activation = staticmethod(relu)

    @staticmethod
    def derivative(a):
        return (a > 0).astype(a.dtype)


# --8<-- [end:relu-sum]
