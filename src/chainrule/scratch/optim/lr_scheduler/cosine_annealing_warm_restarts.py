"""SGDR: cosine annealing with warm restarts."""

# --8<-- [start:warm-restarts]
import numpy as np


def cosine_annealing_warm_restarts(t, lr, T_0, T_mult=1, eta_min=0.0):
    """Half a cosine from η to eta_min, and again, each T_mult times longer.

    The i-th restart is at T_0 (1 + T_mult + … + T_mult^(i-1)), a whole
    number. Loshchilov and Hutter (2017).
    """
    ends = [T_0]
    while ends[-1] <= np.max(t):
        ends.append(T_0 + T_mult * ends[-1])
    starts = np.array([0, *ends])
    i = np.searchsorted(starts, t, side="right") - 1
    T_cur, T_i = t - starts[i], starts[i + 1] - starts[i]
    fall = 1 + np.cos(np.pi * T_cur / T_i)
    return eta_min + (lr - eta_min) / 2 * fall  # (26.16)


# --8<-- [end:warm-restarts]
