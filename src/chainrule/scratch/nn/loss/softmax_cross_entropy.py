"""Softmax and cross-entropy in one pass: the loss and its gradient."""

# --8<-- [start:loss]
import numpy as np

from chainrule.scratch.checks import plain
from chainrule.scratch.nn.loss.checks import logits


def softmax_cross_entropy_loss(z, t):
    """Mean loss of logits z (N, K) for classes t (N,), and dL/dz (N, K).

    What cross_entropy_with_logits and its gradient say, computed
    together and in place, so that neither is computed twice. z is not
    changed. Raises ValueError for shapes that do not fit, classes
    outside 0 … K - 1, no samples, and logits that are NaN.
    """
    z, t = logits(z), plain(t, "t")
    if z.ndim != 2 or t.shape != z.shape[:1]:
        raise ValueError(f"z must be (N, K), t (N,), got {z.shape}, {t.shape}")
    if t.dtype.kind not in "iu" or t.min() < 0 or t.max() >= z.shape[1]:
        raise ValueError(f"t must be classes 0 to {z.shape[1] - 1}")
    n = np.arange(len(z))
    y = z - z.max(axis=1, keepdims=True)
    right = y[n, t]
    np.exp(y, out=y)
    total = y.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - right, dtype=float)  # (10.2)
    if np.isnan(loss):
        raise ValueError("the logits are NaN: is lr too large?")
    y /= total  # now the probabilities
    y[n, t] -= 1  # (10.3)
    y /= len(z)  # and now the gradient
    return loss, y


# --8<-- [end:loss]
