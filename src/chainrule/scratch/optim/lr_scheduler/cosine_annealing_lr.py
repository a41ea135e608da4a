"""Half a cosine from the rate down to its minimum."""

# --8<-- [start:cosine-annealing]
import numpy as np


def cosine_annealing_lr(t, lr, T_max, eta_min=0.0):
    """From η at 0 to eta_min at T_max (Loshchilov and Hutter, 2017)."""
    fall = 1 + np.cos(np.pi * t / T_max)
    return eta_min + (lr - eta_min) / 2 * fall  # (26.5)


# --8<-- [end:cosine-annealing]
