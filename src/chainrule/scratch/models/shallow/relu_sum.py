"""A sum of ReLUs."""

from chainrule.scratch.models.shallow.unit_sum import UnitSum
from chainrule.scratch.nn import ReLU


# --8<-- [start:relu-sum]
class ReLUSum(UnitSum):
    """The function set (3.14), fitted by gradient descent."""

    activation = ReLU


# --8<-- [end:relu-sum]
