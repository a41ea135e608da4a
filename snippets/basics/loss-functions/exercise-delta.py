# kind: exact
"""Exercise: mean squared error and Huber's loss of the same errors."""

import numpy as np

from chainrule.scratch.nn import huber, huber_gradient, l1, mse

# --8<-- [start:solution]
y, t = np.array([0.5, 1.0, -2.0, 6.0]), np.zeros(4)
print(f"MAE {l1(y, t):.4f}, MSE {mse(y, t):.4f}")
for delta in (1.0, 2.0):
    slope = 4 * huber_gradient(y, t, delta)
    print(f"Huber, delta {delta:.0f}: {huber(y, t, delta):.4f}, slopes {slope}")
# --8<-- [end:solution]
