"""How a loss bends, what its critical points are, what training costs.

>>> import torch
>>> w = torch.tensor([0.0, 0.0], requires_grad=True)
>>> loss = (1 - w[0] * w[1]) ** 2
>>> H = hessian(loss, w)
>>> H.tolist()
[[0.0, -2.0], [-2.0, 0.0]]
>>> classify_critical_point(H, gradient=gradient(loss, w))
'saddle'
"""

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

__all__ = [
    "batch_times",
    "classify_critical_point",
    "escape_direction",
    "escape_saddle",
    "extreme_eigenpairs",
    "gradient",
    "hessian",
    "hessian_operator",
    "hessian_vector_product",
    "inertia",
    "minimum_ratio",
    "sharpness",
]
