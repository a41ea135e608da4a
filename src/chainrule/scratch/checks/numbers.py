"""One gate for numbers: what every function and every estimator lets in."""

# --8<-- [start:numbers]
import numpy as np


def plain(a, name="input"):
    """a as an array; TypeError for masked entries.

    np.asarray would drop the mask and count what lies beneath it.
    """
    parts = a if isinstance(a, list | tuple) else [a]
    if any(np.ma.is_masked(part) for part in parts):
        raise TypeError(f"{name} has masked entries: fill or drop them first")
    return np.asarray(a)


def real(a, name="input"):
    """a as an array of float32 or float64, whichever it is.

    Everything else that is a real number becomes float64: integers and
    booleans (uint8 0 - 255 would be 1), float16 (200² would be inf) and
    longdouble (linear algebra has none). Raises TypeError for complex
    numbers, strings, objects and masked entries.
    """
    a = plain(a, name)
    if a.dtype.kind not in "biuf":
        raise TypeError(
            f"{name} must be real numbers, got {a.dtype}; booleans, "
            "integers and floats of any size will do"
        )
    if a.dtype.type in (np.float32, np.float64):
        return a
    with np.errstate(over="ignore"):  # a longdouble beyond float64 is inf
        return a.astype(float)


def double(a, name="input"):
    """a as an array of float64, for whatever adds up many numbers."""
    return real(a, name).astype(float, copy=False)


# --8<-- [end:numbers]
