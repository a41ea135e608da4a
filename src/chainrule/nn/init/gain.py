"""By how much an activation function changes the scale of what it is given."""

# --8<-- [start:gain]
import math

LINEAR = {"linear", "sigmoid", *(f"conv{d}d" for d in (1, 2, 3))}
LINEAR |= {f"conv_transpose{d}d" for d in (1, 2, 3)}
GAINS = dict.fromkeys(LINEAR, 1) | {
    "tanh": 5 / 3,  # found by trial
    "relu": math.sqrt(2),
    "selu": 3 / 4,
}


def calculate_gain(nonlinearity, param=None):
    """The factor of the deviation that makes up for the activation.

    param is the negative slope of "leaky_relu", 0.01 unless given. Only
    the ReLUs' gains are derived: they keep E[y²]. Raises ValueError for
    an unknown nonlinearity, and for a slope that is no number.
    """
    if nonlinearity == "leaky_relu":
        slope = 0.01 if param is None else param
        if isinstance(slope, bool) or not isinstance(slope, int | float):
            raise ValueError(f"negative_slope {slope} not a valid number")
        return math.sqrt(2.0 / (1 + slope**2))  # (16.13)
    if nonlinearity not in GAINS:
        raise ValueError(f"Unsupported nonlinearity {nonlinearity}")
    return GAINS[nonlinearity]


# --8<-- [end:gain]
