"""How a function bends, in NumPy: differences, eigenvalues, one example."""

from chainrule.scratch.analysis.critical_points import (
    classify_critical_point,
    escape_direction,
    inertia,
    minimum_ratio,
)
from chainrule.scratch.analysis.differences import (
    central_gradient,
    central_hessian,
)
from chainrule.scratch.analysis.gradient_errors import gradient_errors
from chainrule.scratch.analysis.taylor import taylor2
from chainrule.scratch.analysis.toy_network import (
    toy_gradient,
    toy_hessian,
    toy_loss,
)
from chainrule.scratch.analysis.valleys import valleys, valleys_slope
