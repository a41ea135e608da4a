# kind: exact
"""The first output of self-attention on four words, step by step."""

# --8<-- [start:by-hand]
import numpy as np

A = np.array([[1, 0], [1, 1], [0, 1], [1, 1]])  # I, saw, a, saw
W_q = np.array([[2, 0], [1, 1]])
W_k = np.array([[0, 1], [1, 0]])
W_v = np.array([[1, 0], [0, 2]])

q = W_q @ A[0]  # (37.1), of "I" alone
keys = np.array([W_k @ a for a in A])
values = np.array([W_v @ a for a in A])  # (37.7)
scores = keys @ q  # (37.2)
weights = np.exp(scores) / np.exp(scores).sum()  # (37.6)
print("query of I", q)
for word, k, score, weight, v in zip(
    ("I", "saw", "a", "saw"), keys, scores, weights, values, strict=True
):
    print(f"{word:4} key {k} score {score} weight {weight:.3f} value {v}")
print("output of I", (weights @ values).round(3))  # (37.7)
# --8<-- [end:by-hand]
