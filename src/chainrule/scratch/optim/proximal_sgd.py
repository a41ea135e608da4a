"""One step of proximal gradient descent for an L1 penalty."""

# --8<-- [start:soft-threshold]
import numpy as np


def soft_threshold(v, a):
    """Each number of v (…) nearer to 0 by a, or 0.

    It is the w that makes (w - v)² / 2 + a |w| smallest. Raises
    ValueError for a that is negative or not finite.
    """
    if not 0 <= a < np.inf:
        raise ValueError(f"a must be 0 or more, got {a}")
    return v - np.clip(v, -a, a)  # (30.8)


# --8<-- [end:soft-threshold]


# --8<-- [start:proximal-sgd]
def proximal_sgd(w, g, lr=1e-3, l1=1e-2):
    """The weights w of a loss with gradient g and penalty l1 · |w|₁.

    All (…). Daubechies, Defrise and De Mol (2004), arXiv:math/0307152;
    Beck and Teboulle (2009) call it ISTA.
    """
    return soft_threshold(w - lr * g, lr * l1)  # (30.9)


# --8<-- [end:proximal-sgd]
