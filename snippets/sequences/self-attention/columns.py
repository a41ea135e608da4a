# kind: exact
"""Positions as columns, as in the notes, and as rows."""

# --8<-- [start:columns]
import numpy as np

from chainrule.scratch.nn import softmax

rng = np.random.default_rng(0)
I = rng.normal(size=(6, 5))  # five columns a^1 … a^5  # noqa: E741
W_q, W_k, W_v = (rng.normal(size=(d, 6)) for d in (4, 4, 3))

Q, K, V = W_q @ I, W_k @ I, W_v @ I
scores = K.T @ Q  # column i belongs to query i
shares = softmax(scores.T).T  # so each column sums to 1
O = V @ shares  # (37.11)  # noqa: E741

X = I.T
rows = softmax((X @ W_q.T) @ (X @ W_k.T).T) @ (X @ W_v.T)  # (37.10)
print("columns", O.shape, "rows", rows.shape, np.allclose(O, rows.T))
wrong = V @ softmax(scores)  # each row sums to 1: over the queries
print("softmax over the other axis:", np.allclose(wrong, rows.T))
# --8<-- [end:columns]
