# kind: exact
"""The toy network at three of its critical points."""

import numpy as np

from chainrule.scratch.analysis import (
    classify_critical_point,
    toy_gradient,
    toy_hessian,
    toy_loss,
)

# --8<-- [start:points]
for w in ([0.0, 0.0], [1.0, 1.0], [2.0, 0.5]):
    g, H = toy_gradient(w), toy_hessian(w)
    kind = classify_critical_point(H, tol=1e-12, gradient=g)
    values = np.round(np.linalg.eigvalsh(H), 3) + 0.0
    print(f"w = {w}: loss {toy_loss(w):.0f}, eigenvalues {values}, {kind}")
# --8<-- [end:points]
