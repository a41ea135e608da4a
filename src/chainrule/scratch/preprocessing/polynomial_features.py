"""Powers of a feature as features."""

# --8<-- [start:powers]
import numpy as np

from chainrule.scratch.checks import real


def powers(x, degree):
    """The features x, x**2, …, x**degree of x (N,): (N, degree).

    As scikit-learn's PolynomialFeatures without its column of ones.
    Raises ValueError unless x is (N,) and degree an integer >= 0.
    """
    x = real(x, "x")
    if x.ndim != 1:
        raise ValueError(f"x must be (N,), got {x.shape}")
    if degree < 0 or degree != int(degree):
        raise ValueError(f"degree must be 0, 1, 2, …, got {degree}")
    j = np.arange(1, degree + 1, dtype=x.dtype)
    return x[:, None] ** j  # (5.4)


# --8<-- [end:powers]
