"""Annealed Gaussian noise on a gradient (Neelakantan et al., 2015)."""

# --8<-- [start:gradient-noise]
import numpy as np


def gradient_noise(g, z, t, variance=0.01, gamma=0.55):
    """The gradient g with noise made of z, standard normal; both (…).

    Neelakantan et al. (2015), arXiv:1511.06807, whose eta is variance
    here. t counts the steps already taken: it starts at 0.
    """
    sigma = np.sqrt(variance / (1 + t) ** gamma)  # (27.2)
    return g + g.dtype.type(sigma) * z  # (27.3)


# --8<-- [end:gradient-noise]
