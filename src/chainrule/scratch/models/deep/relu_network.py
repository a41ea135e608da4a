"""Networks of ReLU layers with one input, and where they bend."""

# --8<-- [start:sawtooth]
import numpy as np

from chainrule.scratch import nn as numpy_nn


def sawtooth(depth):
    """Two ReLUs a layer, 2**depth pieces of slope ±2**depth on [0, 1].

    Each layer applies the tent once more (Telgarsky, 2016,
    arXiv:1602.04485). Raises ValueError for depth < 1.
    """
    if depth < 1:
        raise ValueError(f"depth must be at least 1, got {depth}")
    linear, layers = numpy_nn.Linear.of, []
    bias, tent = np.array([0.0, -1.0]), np.array([[1.0, -2.0]])
    slopes = np.array([[2.0], [2.0]])  # of the features, then of a tent
    for _ in range(depth):
        layers += [linear(slopes, bias), numpy_nn.ReLU()]
        slopes = np.repeat(2 * tent, 2, axis=0)
    return numpy_nn.Sequential(*layers, linear(tent, np.zeros(1)))  # (3.19)


# --8<-- [end:sawtooth]


# --8<-- [start:pieces]
def pieces(model, low, high):
    """Knots and values of a network between low and high, exactly.

    model is a Sequential of Linear and ReLU with one input and one
    output. A unit bends where its input changes sign; between two knots
    of the layers before, that input is a straight line. Raises
    ValueError unless low < high.
    """
    if not low < high:
        raise ValueError(f"low must be below high, got {low} and {high}")
    x = np.array([low, high], float)
    for depth, layer in enumerate(model.layers):
        if isinstance(layer, numpy_nn.ReLU):
            units = numpy_nn.Sequential(*model.layers[:depth])
            r = units.forward(x[:, None])
            i, unit = np.nonzero(r[:-1] * r[1:] < 0)
            r0, r1 = r[i, unit], r[i + 1, unit]
            zero = x[i] - r0 * (x[i + 1] - x[i]) / (r1 - r0)
            x = np.unique(np.concatenate([x, zero]))
    return _straightened(x, model.forward(x[:, None])[:, 0])


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
