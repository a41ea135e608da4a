"""What the estimators ask of their arguments."""

# --8<-- [start:checks]
import numpy as np


class NotFittedError(ValueError, AttributeError):
    """The model was asked before fit; both kinds, as in scikit-learn."""


def features(X, width=None):
    """X as (N, d) floats; ValueError unless filled, finite, d = width."""
    X = np.asarray(X)
    if X.ndim != 2 or X.size == 0:
        raise ValueError(f"X must be (N, d), neither 0, got {X.shape}")
    if width is not None and X.shape[1] != width:
        raise ValueError(f"X must be (N, {width}), got {X.shape}")
    X = X if X.dtype.kind == "f" else X.astype(float)
    if not np.isfinite(X).all():
        raise ValueError("X contains NaN or inf")
    return X


def targets(y, X):
    """y as floats (N,), one for each row of X; ValueError otherwise."""
    y = np.asarray(y, X.dtype)
    if y.shape != (len(X),):
        raise ValueError(f"y must be ({len(X)},), got {y.shape}")
    if not np.isfinite(y).all():
        raise ValueError("y contains NaN or inf")
    return y


def labels(y, X, most=None):
    """Sorted classes (K,), and for each row of X the index of its class.

    Raises ValueError for NaN, a shape that does not fit, fewer than two
    classes or more than most.
    """
    y = np.asarray(y)
    if y.shape != (len(X),):
        raise ValueError(f"y must be ({len(X)},), got {y.shape}")
    if y.dtype.kind == "f" and not np.isfinite(y).all():
        raise ValueError("y contains NaN or inf")
    classes, index = np.unique(y, return_inverse=True)
    if not 2 <= len(classes) <= (most or len(classes)):
        expected = "two or more" if most is None else f"2 to {most}"
        raise ValueError(f"y must have {expected} classes, got {classes}")
    return classes, index


def fitted(model, attribute):
    """What fit left behind; NotFittedError before fit."""
    try:
        return vars(model)[attribute]
    except KeyError:
        name = type(model).__name__
        raise NotFittedError(f"{name} is not fitted: call fit") from None


# --8<-- [end:checks]
