"""Self-attention with one head, forward and backward by hand."""

# --8<-- [start:self-attention]
import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.activation.softmax import softmax
from chainrule.scratch.nn.base import Layer


class SelfAttention(Layer):
    """softmax(Q K^T · scale) V with Q, K, V from the rows of x.

    x (..., T, d_in): T positions, whose number is free, in each of any
    number of sequences; y (..., T, d_v). W_q and W_k (d_k, d_in), W_v
    (d_v, d_in) start uniform in ±1/sqrt(d_in), without biases; scale is
    1/sqrt(d_k) unless given, rng a seed or a generator. Raises
    ValueError for sizes below 1, another d_in, and an empty x.
    """

    def __init__(self, d_in, d_k, d_v, scale=None, rng=None, dtype=float):
        if min(d_in, d_k, d_v) < 1:
            sizes = d_in, d_k, d_v
            raise ValueError(f"sizes must be at least 1, got {sizes}")
        rng = np.random.default_rng(rng)
        self.W_q, self.W_k, self.W_v = weights = [
            (rng.uniform(-1, 1, (d, d_in)) / np.sqrt(d_in)).astype(dtype)
            for d in (d_k, d_k, d_v)
        ]
        self._pairs = [(W, np.zeros_like(W)) for W in weights]
        self.scale = float(1 / np.sqrt(d_k) if scale is None else scale)

    def parameters(self):
        return list(self._pairs)

    # --8<-- [end:self-attention]

    # --8<-- [start:both-ways]
    def forward(self, x):
        x, d = real(x, "x"), self.W_q.shape[1]
        if x.ndim < 2 or x.shape[-1] != d or not x.size:
            raise ValueError(f"x must be (..., T, {d}), got {x.shape}")
        q, k, v = (x @ W.T for W in (self.W_q, self.W_k, self.W_v))  # (37.8)
        weights = softmax(q @ k.mT * self.scale)  # one row for each query
        self.keep(x, q, k, v, weights)
        return weights @ v  # (37.10)

    def backward(self, dy):
        x, q, k, v, weights = self.take()
        dv = weights.mT @ dy  # (37.12)
        dweights = dy @ v.mT
        mean = (weights * dweights).sum(axis=-1, keepdims=True)
        dscores = weights * (dweights - mean) * self.scale  # (37.13)
        dq, dk = dscores @ k, dscores.mT @ q  # (37.14)
        for gradient, d in zip(self.grads, (dq, dk, dv), strict=True):
            each = d.mT @ x  # (37.15), for each sequence
            gradient[...] = each.reshape(-1, *gradient.shape).sum(axis=0)
        return dq @ self.W_q + dk @ self.W_k + dv @ self.W_v

    # --8<-- [end:both-ways]
