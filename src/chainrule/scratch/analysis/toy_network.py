"""The smallest network with a saddle: y = w_1 w_2 x and one sample.

w (2,) are both weights, x the input and t the target; x = t = 1 in the
lecture. Two linear neurons in a row, with the squared error.
"""

# --8<-- [start:toy]
import numpy as np

from chainrule.scratch.checks import real


def toy_loss(w, x=1.0, t=1.0):
    """(t - w_1 w_2 x)²; w (2, …) may hold many points."""
    w1, w2 = real(w, "w")
    return (t - w1 * w2 * x) ** 2  # (19.6)


def toy_gradient(w, x=1.0, t=1.0):
    """Both first derivatives, (2, …)."""
    w1, w2 = real(w, "w")
    error = t - w1 * w2 * x
    return np.array([-2 * x * w2 * error, -2 * x * w1 * error])  # (19.7)


def toy_hessian(w, x=1.0, t=1.0):
    """All second derivatives, (2, 2, …)."""
    w1, w2 = real(w, "w")
    mixed = 4 * x**2 * w1 * w2 - 2 * x * t
    return np.array(
        [[2 * x**2 * w2**2, mixed], [mixed, 2 * x**2 * w1**2]]
    )  # (19.8)


# --8<-- [end:toy]
