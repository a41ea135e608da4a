"""Models that train by gradient."""

from chainrule.models.cascaded_logistic import CascadedLogistic
from chainrule.models.mlp import MLP
from chainrule.models.relu_sum import ReLUSum
from chainrule.models.sigmoid_sum import SigmoidSum
