"""Networks of ReLU layers with one input, and where they bend.

A network is a list of (W, b) with W (n_out, n_in) and b (n_out,); all layers
but the last pass through ReLU, and the last has one row.
"""

import numpy as np

from chainrule.scratch.checks import double
from chainrule.scratch.nn.activation.relu import relu


# --8<-- [start:network]
def network(x, layers):
    """Outputs y (N,) for inputs x (N,), layer after layer."""
    a = double(x, "x")[:, None]
    for W, b in layers[:-1]:
        a = relu(a @ W.T + b)  # (3.16)
    W, c = layers[-1]
    return (a @ W.T + c)[:, 0]


# --8<-- [end:network]


# --8<-- [start:pieces]
def pieces(layers, low, high):
    """Knots and values of a network between low and high, exactly.

    A unit bends where its input changes sign; between two knots of the
    layers before, that input is a straight line. Raises ValueError
    unless low < high.
    """
    if not low < high:
        raise ValueError(f"low must be below high, got {low} and {high}")
    x = np.array([low, high], float)
    for depth in range(1, len(layers)):
        for row in range(len(layers[depth - 1][1])):
            W, b = layers[depth - 1]
            unit = [*layers[: depth - 1], (W[[row]], b[[row]])]
            r = network(x, unit)
            i = np.flatnonzero(r[:-1] * r[1:] < 0)
            zero = x[i] - r[i] * (x[i + 1] - x[i]) / (r[i + 1] - r[i])
            x = np.unique(np.concatenate([x, zero]))
    return _straightened(x, network(x, layers))


def _straightened(x, y, tolerance=1e-9):
    """Without the knots at which the slope does not change."""
    while True:
        slopes = np.diff(y) / np.diff(x)
        scale = 1 + np.abs(slopes).max()
        bend = np.abs(np.diff(slopes)) > tolerance * scale
        keep = np.concatenate([[True], bend, [True]])
        if keep.all():
            return x, y
        x, y = x[keep], y[keep]


# --8<-- [end:pieces]


# --8<-- [start:sawtooth]
def sawtooth(depth):
    """Two ReLUs a layer, 2**depth pieces of slope ±2**depth on [0, 1].

    Each layer applies the tent once more (Telgarsky, 2016,
    arXiv:1602.04485). Raises ValueError for depth < 1.
    """
    if depth < 1:
        raise ValueError(f"depth must be at least 1, got {depth}")
    bias, tent = np.array([0.0, -1.0]), np.array([[1.0, -2.0]])
    first = (np.array([[2.0], [2.0]]), bias)
    again = (np.repeat(2 * tent, 2, axis=0), bias)  # of the last tent
    return [first, *[again] * (depth - 1), (tent, np.zeros(1))]  # (3.19)


# --8<-- [end:sawtooth]
