"""A constant plus a weighted sum of units: one hidden layer.

Shapes: X (N, d), t (N,), W (K, d) with one row per unit, b and c (K,), b0 a
number. theta (K d + 2 K + 1,) holds them all.
"""

# --8<-- [start:forward]
import numpy as np

from chainrule.scratch import checks
from chainrule.scratch.checks import real


def forward(X, W, b, c, b0, activation):
    """Predictions y (N,) and the units' outputs a (N, K)."""
    r = real(X, "X") @ W.T + b  # (3.9), one sample a row
    a = activation(r)
    return a @ c + b0, a


# --8<-- [end:forward]


# --8<-- [start:theta]
def pack(W, b, c, b0):
    """All parameters as one vector; W row by row."""
    return np.concatenate([np.ravel(W), b, c, [b0]])  # (3.10)


def unpack(theta, units):
    """W (K, d), b, c and b0 again. Raises ValueError if none fit."""
    d = (len(theta) - 2 * units - 1) / units
    if d < 1 or d != int(d):
        raise ValueError(f"{len(theta)} numbers do not make {units} units")
    W, b, c, b0 = np.split(theta, -np.array([2 * units + 1, units + 1, 1]))
    return W.reshape(units, -1), b, c, b0[0]


# --8<-- [end:theta]


# --8<-- [start:gradients]
def gradients(X, t, W, b, c, b0, activation, derivative):
    """Gradients of the mean squared error by W, b, c and b0.

    derivative gives f'(r) from a = f(r).
    """
    X, t = checks.pair(X, t)
    y, a = forward(X, W, b, c, b0, activation)
    error = 2 * (y - t) / len(t)
    through = error[:, None] * c * derivative(a)  # (N, K)
    return (  # (3.11), from below
        through.T @ X,
        through.sum(axis=0),
        a.T @ error,
        error.sum(),
    )


# --8<-- [end:gradients]
