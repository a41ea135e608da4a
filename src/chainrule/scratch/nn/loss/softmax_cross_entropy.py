"""Softmax and cross-entropy in one pass."""

# --8<-- [start:loss]
import numpy as np

from chainrule.scratch.checks import plain
from chainrule.scratch.nn.base import Loss
from chainrule.scratch.nn.loss.checks import logits


class CrossEntropyLoss(Loss):
    """Mean cross-entropy of logits z (N, K) for classes t (N,).

    What cross_entropy_with_logits and its gradient say, but with one
    array for exponentials, probabilities and gradient, so that none is
    computed twice. z is not changed. Raises ValueError for shapes that
    do not fit, classes outside 0 … K - 1, no samples, and NaN.
    """

    def forward(self, z, t):
        z, t = logits(z), plain(t, "t")
        if z.ndim != 2 or t.shape != z.shape[:1]:
            shapes = f"{z.shape}, {t.shape}"
            raise ValueError(f"z must be (N, K), t (N,), got {shapes}")
        if t.dtype.kind not in "iu" or t.min() < 0 or t.max() >= z.shape[1]:
            raise ValueError(f"t must be classes 0 to {z.shape[1] - 1}")
        y = z - z.max(axis=1, keepdims=True)  # as in (15.10)
        right = y[np.arange(len(z)), t]
        np.exp(y, out=y)
        total = y.sum(axis=1, keepdims=True)
        loss = np.mean(np.log(total[:, 0]) - right, dtype=float)  # (10.2)
        if np.isnan(loss):
            raise ValueError("the logits are NaN: is lr too large?")
        y /= total  # now the probabilities
        self.keep(y, t)
        return loss

    def backward(self):
        y, t = self.take()
        y[np.arange(len(t)), t] -= 1  # (10.3), (15.11)
        y /= len(t)  # and now the gradient
        return y


# --8<-- [end:loss]
