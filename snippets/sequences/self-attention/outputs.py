# kind: exact
"""All four outputs at once, by the layer."""

# --8<-- [start:outputs]
import numpy as np

from chainrule.scratch.nn import SelfAttention

X = np.array([[1.0, 0], [1, 1], [0, 1], [1, 1]])  # I, saw, a, saw
layer = SelfAttention(2, 2, 2, scale=1)
layer.W_q[...] = [[2, 0], [1, 1]]
layer.W_k[...] = [[0, 1], [1, 0]]
layer.W_v[...] = [[1, 0], [0, 2]]
for word, b in zip(("I", "saw", "a", "saw"), layer.forward(X), strict=True):
    print(f"{word:4}", *(f"{number:.3f}" for number in b))
order = [3, 0, 2, 1]
moved = layer.forward(X[order])  # (37.16)
print("reordered alike:", np.allclose(moved, layer.forward(X)[order]))
# --8<-- [end:outputs]
