"""A sum of sigmoids."""

from chainrule.scratch.models.shallow.unit_sum import UnitSum
from chainrule.scratch.nn import Sigmoid


# --8<-- [start:sigmoid-sum]
class SigmoidSum(UnitSum):
    """The function set (3.8), fitted by gradient descent."""

    activation = Sigmoid


# --8<-- [end:sigmoid-sum]
