# kind: exact
"""One number for five targets: which one is best depends on the loss."""

import numpy as np

from chainrule.scratch.nn import huber_gradient, l1_gradient, mse_gradient

# --8<-- [start:location]
from chainrule.scratch.optim import gradient_descent

t = np.array([1.0, 2.0, 4.0, 7.0, 100.0])  # the last one is a slip

for name, gradient, lr in (
    ("MSE", mse_gradient, 0.1),
    ("MAE", l1_gradient, 0.01),
    ("Huber, delta 3", lambda y, t: huber_gradient(y, t, 3.0), 0.1),
):

    def slope(c, gradient=gradient):  # y_n = c for all n: add the slopes
        return gradient(np.full(5, c), t).sum()

    best = gradient_descent(slope, 0.0, lr, 5000)[-1]
    print(f"{name:15} best constant {best:.2f}")
print(f"mean {t.mean():.2f}, median {np.median(t):.2f}")
# --8<-- [end:location]
