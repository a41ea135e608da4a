# kind: exact
"""Two features that are copies: which of many perfect fits is handed in."""

# --8<-- [start:copies]
import numpy as np

X, t = np.array([[1.0, 1.0], [2.0, 2.0]]), np.array([2.0, 4.0])
new = np.array([1.0, 1.1])  # one sensor is a tenth off
print("weights        loss  |w|^2   |w|_1  new sample")
for w in np.array([[1.0, 1], [2, 0], [5, -3]]):
    loss = np.square(X @ w - t).mean() / 2
    sizes = f"{w @ w:6.1f} {np.abs(w).sum():7.1f} {new @ w:11.2f}"
    print(f"{w[0]:4.1f} {w[1]:4.1f} {loss:9.1f} {sizes}")
# --8<-- [end:copies]
