"""A step off a saddle, for the parameters of a model."""

import torch

from chainrule.analysis.critical_points import escape_direction
from chainrule.analysis.derivatives import gradient, hessian


# --8<-- [start:escape-saddle]
def escape_saddle(loss, parameters, length, tol=None, gradient_tol=1e-6):
    """Move the parameters off a saddle, in place; return λ.

    The step is length times a most negative eigenvector: the loss should
    change by λ length²/2. Raises ValueError as gradient and
    escape_direction do, and for a length that is not finite.
    """
    if not abs(length) < float("inf"):
        raise ValueError(f"the length must be finite, got {length}")
    parameters = list(parameters)
    g, H = gradient(loss, parameters), hessian(loss, parameters)
    value, u = escape_direction(H, tol, gradient=g, gradient_tol=gradient_tol)
    parts = u.split([p.numel() for p in parameters])
    with torch.no_grad():
        for p, part in zip(parameters, parts, strict=True):
            p.add_(part.view_as(p), alpha=length)
    return value


# --8<-- [end:escape-saddle]
