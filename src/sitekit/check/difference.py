"""How far numbers are from an oracle's, one by one."""

from typing import Any

import numpy as np


def as_array(value: Any) -> np.ndarray:
    if hasattr(value, "detach"):  # a tensor, on whatever device
        value = value.detach().cpu().numpy()
    return np.asarray(value)


def difference(
    ours: Any, oracle: Any, rtol: float = 0.0, atol: float = 0.0
) -> tuple[float, float]:
    """Largest relative error, and largest absolute one of what is too small for it.

    A number counts by its absolute error where ``rtol`` of the oracle is less than
    ``atol``, and where the oracle is zero.
    """
    a, b = as_array(ours), as_array(oracle)
    assert a.shape == b.shape, f"shape {a.shape}, but the oracle's is {b.shape}"
    assert a.size, "nothing to compare: both are empty"
    a, b = (x.astype(np.float64).reshape(-1) for x in (a, b))
    same = (a == b) | (np.isnan(a) & np.isnan(b))
    gap = np.abs(np.subtract(a, b, out=np.zeros(a.shape), where=~same))
    size = np.abs(b)
    with np.errstate(invalid="ignore", over="ignore"):  # 0 * inf, 1 / 1e-309
        small = (b == 0) | (rtol * size < atol)
        divided = np.isfinite(gap) & ~(small | same)
        part = np.divide(gap, size, out=gap.copy(), where=divided)
    relative = part.max(initial=0.0, where=~small)
    return float(relative), float(gap.max(initial=0.0, where=small))


def rounding(ours: Any, oracle: Any, rtol: float) -> float:
    """Four units in the last place of the oracle's largest, or rtol of it if less."""
    a, b = as_array(ours), as_array(oracle).astype(np.float64)
    eps = np.finfo(a.dtype).eps if np.issubdtype(a.dtype, np.floating) else 0.0
    largest = np.abs(b[np.isfinite(b)]).max(initial=0.0)
    return float(min(4 * eps, rtol) * largest)
