# kind: numeric
"""Infinitely many sigmoids, softplus and ReLU."""

# --8<-- [start:stepped]
import numpy as np

from chainrule.scratch.nn import relu, sigmoid

z, i = np.linspace(-30, 30, 6001), np.arange(1, 201)
stepped = sigmoid(z[:, None] - i + 0.5).sum(axis=1)  # (13.9)
softplus = np.logaddexp(0, z)  # (13.10), without overflow
for name, other in (("softplus", softplus), ("ReLU", relu(z))):
    gap = np.abs(stepped - other)
    at = abs(z[gap.argmax()])
    print(f"{name}: at most {gap.max():.4f} apart, at z = {at:.0f}")
# --8<-- [end:stepped]
