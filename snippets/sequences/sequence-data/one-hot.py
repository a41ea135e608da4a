# kind: exact
"""Words as one-hot vectors: how large they are, and how far apart."""

# --8<-- [start:one-hot]
import numpy as np

V, T = 100_000, 20
print(f"a sentence of {T} words: {V * T:,} numbers, {T} of them ones")
print(f"a dense layer of 300 neurons on one word: {300 * V:,} weights")

words = ["cat", "dog", "tree", "run"]
X = np.eye(len(words))  # a word in each row
for i, j in ((0, 1), (0, 2), (1, 3)):
    distance = np.linalg.norm(X[i] - X[j])
    print(f"{words[i]}-{words[j]}: {distance:.4f}, product {X[i] @ X[j]:.0f}")
# --8<-- [end:one-hot]
