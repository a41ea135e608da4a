# kind: numeric
"""Sum and mean: the same steps with a rescaled learning rate."""

import numpy as np

from chainrule.scratch.models.regression import predict
from chainrule.scratch.nn import mse_gradient
from chainrule.scratch.optim import gradient_descent


# --8<-- [start:steps]
def walk(N, lr, scale):  # scale 1: mean; scale N: sum
    X = np.linspace(-1.7, 1.7, N)[:, None]
    t = 1 + 2 * X[:, 0]

    def grad(theta):
        slope = mse_gradient(predict(X, theta[1:], theta[0]), t)
        return scale * np.array([slope.sum(), *(X.T @ slope)])

    return gradient_descent(grad, np.zeros(2), lr, 60)


for N in (10, 1000):
    mean = walk(N, 0.05, 1)
    same = np.allclose(mean, walk(N, 0.05 / N, N), 0, 1e-12)
    print(f"N = {N}: mean with 0.05 reaches w = {mean[-1, 1]:.3f}")
    print("  sum with 0.05 / N takes the same steps:", same)
    print(f"  sum with 0.05 reaches w = {walk(N, 0.05, N)[-1, 1]:.3g}")
# --8<-- [end:steps]
