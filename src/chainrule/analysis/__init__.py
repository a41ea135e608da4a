"""How a loss bends, what its critical points are, what training costs."""

from chainrule.analysis.critical_points import (
    classify_critical_point,
    escape_direction,
    inertia,
    minimum_ratio,
)
from chainrule.analysis.derivatives import (
    gradient,
    hessian,
    hessian_operator,
    hessian_vector_product,
)
from chainrule.analysis.escape import escape_saddle
from chainrule.analysis.lanczos import extreme_eigenpairs
from chainrule.analysis.sharpness import sharpness
from chainrule.analysis.timing import batch_times
