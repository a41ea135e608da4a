# kind: exact
"""LARS on two layers with the same gradient: the step follows the weights."""

from chainrule.scratch.optim import lars

# --8<-- [start:steps]
import numpy as np

g = np.array([0.0, 2.0])
for w in (np.array([3.0, 4.0]), np.array([0.3, 0.4])):
    for scale in (1, 100):
        new, _ = lars(w, scale * g, np.zeros(2), lr=1.0)
        print(f"w = {w}, gradient {scale * g}: step {new - w}")
# --8<-- [end:steps]
