# kind: exact
"""Four losses of regression for the same errors, to check on paper."""

import numpy as np

from chainrule.scratch.nn import huber, l1, mse

# --8<-- [start:lines]
t = np.array([1.0, 2.0, 6.0])
for name, y in (
    ("a guess, y = 1 + x", np.array([1.0, 2.0, 3.0])),
    ("least squares", np.array([0.5, 3.0, 5.5])),
    ("through the ends", np.array([1.0, 3.5, 6.0])),
):
    losses = f"MAE {l1(y, t):.4f}  MSE {mse(y, t):.4f}"
    print(f"{name:19} {losses}  Huber {huber(y, t):.4f}")
# --8<-- [end:lines]
