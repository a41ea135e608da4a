# kind: exact
"""Off the saddle of the toy network along its eigenvector."""

import torch

from chainrule.analysis import escape_saddle

# --8<-- [start:escape]
for length in (0.05, 0.1, 0.2, 0.4):
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    before = (1 - w[0] * w[1]) ** 2
    curvature = escape_saddle(before, [w], length)
    change = (1 - w[0] * w[1]) ** 2 - before
    promised = curvature * length**2 / 2
    print(f"{length:4}  promised {promised:.5f}  found {change:.5f}")

for _ in range(100):  # and on by gradient descent
    (g,) = torch.autograd.grad((1 - w[0] * w[1]) ** 2, w)
    with torch.no_grad():
        w -= 0.1 * g
print(f"then w = {w[0]:.4f}, {w[1]:.4f}")
# --8<-- [end:escape]
