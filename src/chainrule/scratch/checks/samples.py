"""What is asked of samples: features, targets and labels."""

# --8<-- [start:samples]
import numpy as np

from chainrule.scratch.checks.numbers import double, plain


def features(X, width=None):
    """X as (N, d) float64; ValueError unless filled, finite, d = width."""
    X = double(X, "X")
    if X.ndim != 2 or X.size == 0:
        raise ValueError(f"X must be (N, d), neither 0, got {X.shape}")
    if width is not None and X.shape[1] != width:
        raise ValueError(f"X must be (N, {width}), got {X.shape}")
    if not np.isfinite(X).all():
        raise ValueError("X contains NaN or inf")
    return X


def one_each(y, X, name="y"):
    """ValueError unless y is (N,), one for each row of X."""
    if y.shape != (len(X),):
        raise ValueError(f"{name} must be ({len(X)},), got {y.shape}")
    return y


def targets(y, X, name="y"):
    """y as float64 (N,), one for each row of X; ValueError otherwise."""
    y = one_each(double(y, name), X, name)
    if not np.isfinite(y).all():
        raise ValueError(f"{name} contains NaN or inf")
    return y


def pair(X, t):
    """Features X (N, d) and targets t (N,), both checked."""
    X = features(X)
    return X, targets(t, X, "t")


def labels(y, X, most=None):
    """Sorted classes (K,), and for each row of X the index of its class.

    Raises ValueError for NaN, a shape that does not fit, numbers that
    are not whole, fewer than two classes or more than most; TypeError
    for what is no label.
    """
    y = one_each(plain(y, "y"), X)
    if y.dtype.kind == "O" and not any(isinstance(v, str) for v in y):
        y = np.array(y.tolist())  # numbers that came as objects
    if y.dtype.kind not in "biufUSTO" or (
        y.dtype.kind == "O" and not all(isinstance(v, str) for v in y)
    ):
        raise TypeError(f"y must be integers, booleans or words, got {y.dtype}")
    if y.dtype.kind == "f" and not np.isfinite(y).all():
        raise ValueError("y contains NaN or inf")
    if y.dtype.kind == "f" and (y != np.rint(y)).any():
        odd = y[y != np.rint(y)][0]
        raise ValueError(f"y is continuous, got {odd}: classes are whole")
    classes, index = np.unique(y, return_inverse=True)
    if not 2 <= len(classes) <= (most or len(classes)):
        expected = "two or more" if most is None else f"2 to {most}"
        raise ValueError(f"y must have {expected} classes, got {classes}")
    return classes, index


# --8<-- [end:samples]
