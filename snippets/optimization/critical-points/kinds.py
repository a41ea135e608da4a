# kind: exact
"""Six surfaces with a flat place at the origin, and what the test says."""

import torch

from chainrule.analysis import classify_critical_point, gradient, hessian

# --8<-- [start:kinds]
surfaces = {
    "x² + y²": lambda x, y: x**2 + y**2,
    "-x² - y²": lambda x, y: -(x**2) - y**2,
    "x² - y²": lambda x, y: x**2 - y**2,
    "x² + y⁴": lambda x, y: x**2 + y**4,
    "x² - y⁴": lambda x, y: x**2 - y**4,
    "x³ - 3xy²": lambda x, y: x**3 - 3 * x * y**2,
}
theta = torch.zeros(2, requires_grad=True)
for name, surface in surfaces.items():
    loss = surface(*theta)
    g, H = gradient(loss, theta), hessian(loss, theta)
    kind = classify_critical_point(H, gradient=g)
    values = [round(v, 2) + 0.0 for v in torch.linalg.eigvalsh(H).tolist()]
    print(f"{name:10} eigenvalues {values!s:13} {kind}")
# --8<-- [end:kinds]
