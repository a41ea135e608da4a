"""Networks with one hidden layer."""

from chainrule.scratch.models.shallow.cascaded_logistic import CascadedLogistic
from chainrule.scratch.models.shallow.relu_sum import ReLUSum
from chainrule.scratch.models.shallow.sigmoid_sum import SigmoidSum
from chainrule.scratch.models.shallow.unit_sum_base import UnitSum

__all__ = ["CascadedLogistic", "ReLUSum", "SigmoidSum", "UnitSum"]
