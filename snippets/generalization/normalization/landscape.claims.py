"""What the page says of the loss along a step."""

import numpy as np


def _ratio(rows, column, activation, first=0, last=10**6):
    """Without over with it, at the steps from first to last."""
    found = []
    for norm in ("none", "batch"):
        own = rows.where(activation=activation, norm=norm)
        there = (own["step"] >= first) & (own["step"] <= last)
        found.append(own[column][there])
    return found[0] / found[1]


def sigmoids_are_smoother(rows):
    """Sigmoids: the gradient changes at least 1.5 times as much without it."""
    assert _ratio(rows, "smooth", "sigmoid").min() > 1.5


def relu_starts_rougher(rows):
    """ReLU, before the first step: at least 1.5 times as much with it."""
    assert _ratio(rows, "smooth", "relu", last=0).max() < 1 / 1.5


def relu_is_rough_later(rows):
    """ReLU, steps 60 to 120: the range of the loss is over twice without it."""
    assert np.median(_ratio(rows, "range", "relu", 60, 120)) > 2


def its_first_steps_are_long(rows):
    """ReLU, before the first step: the loss changes over twice with it."""
    assert _ratio(rows, "range", "relu", last=0).max() < 1 / 2
