"""The softmax function."""

# --8<-- [start:softmax]
import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.loss.checks import logits


def softmax(z):
    """exp(z_k) / sum_j exp(z_j) along the last axis; z (..., K).

    The largest logit is subtracted first: the quotient stays the same
    and nothing overflows. Infinite logits give the limit, NaN stays.
    Raises ValueError for no logits, and for a row of -inf alone.
    """
    z = logits(z)
    power = np.exp(z - z.max(axis=-1, keepdims=True))
    return power / power.sum(axis=-1, keepdims=True)  # (9.2)


# --8<-- [end:softmax]


# --8<-- [start:jacobian]
def softmax_jacobian(y):
    """dy_i / dz_j (..., K, K) from y = softmax(z) (..., K)."""
    y = real(y, "y")
    diagonal = y[..., None] * np.eye(y.shape[-1], dtype=y.dtype)
    return diagonal - y[..., :, None] * y[..., None, :]  # (9.3)


# --8<-- [end:jacobian]
