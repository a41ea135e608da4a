"""A sum of sigmoids."""

from chainrule.scratch.models.shallow.unit_sum_base import UnitSum
from chainrule.scratch.nn.activation.sigmoid import sigmoid


# --8<-- [start:sigmoid-sum]
class SigmoidSum(UnitSum):
    """The function set (3.8), fitted by gradient descent."""

    activation = staticmethod(sigmoid)

    @staticmethod
    def derivative(a):
        return a * (1 - a)


# --8<-- [end:sigmoid-sum]
