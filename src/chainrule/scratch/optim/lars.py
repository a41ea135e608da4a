"""One step of LARS (You, Gitman and Ginsburg, 2017)."""

# --8<-- [start:lars]
import numpy as np


def lars(
    w, g, m, lr=1.0, momentum=0.9, weight_decay=0.0, trust_coefficient=1e-3
):
    """Weights w and movement m of one layer after its gradient g; all (…).

    You, Gitman and Ginsburg (2017), arXiv:1708.03888, Algorithm 1. The
    ratio is 1 where that divides 0 by 0 and where w = 0. m starts at 0.
    """
    size = np.sqrt(np.sum(w**2))
    below = np.sqrt(np.sum(g**2)) + weight_decay * size
    moves = size > 0 and below > 0
    ratio = trust_coefficient * size / below if moves else 1.0  # (20.11)
    m = momentum * m - lr * ratio * (g + weight_decay * w)  # (20.12)
    return w + m, m  # (20.13)


# --8<-- [end:lars]
