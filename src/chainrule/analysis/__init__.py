"""Measurements of losses and of training."""

from chainrule.analysis.sharpness import sharpness
from chainrule.analysis.timing import batch_times

"""How a loss bends: its derivatives, and the kind of a critical point."""

from chainrule.analysis.critical_points import (
    classify_critical_point,
    escape_direction,
    inertia,
    minimum_ratio,
)
from chainrule.analysis.derivatives import (
    gradient,
    hessian,
    hessian_vector_product,
)
from chainrule.analysis.escape import escape_saddle
from chainrule.analysis.lanczos import extreme_eigenpairs
