# kind: exact
"""A gradient is large or small only beside its own past."""

import numpy as np

from chainrule.scratch.optim import rms_normalized_sgd

# --8<-- [start:surprise]
for gradients in (
    [0.001, 0.001, 0.003, 0.002, 0.1],
    [10.8, 20.9, 31.7, 12.1, 0.1],
):
    theta, s, steps = 0.0, 0.0, []
    for t, g in enumerate(gradients, start=1):
        moved, s = rms_normalized_sgd(theta, g, s, t, lr=1.0)
        steps.append(theta - moved)
        theta = moved
    print(np.round(steps, 3))
# --8<-- [end:surprise]
