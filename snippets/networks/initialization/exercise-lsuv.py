# kind: numeric
"""Thirty layers whose weights are scaled by what a batch shows."""

# --8<-- [start:solution]
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(100, 200))
functions = {
    "relu": lambda u: np.maximum(0, u),
    "tanh": np.tanh,
    "sin": np.sin,
}
for name, f in functions.items():
    y, gains = x, []
    for _ in range(30):
        W = rng.normal(0, 0.01, (200, 200))
        W /= (y @ W.T).std()  # so that u has the deviation 1
        gains.append(W.std() * np.sqrt(200))
        u = y @ W.T
        y = f(u)
    shown = [f"{gains[layer - 1]:.2f}" for layer in (1, 2, 10, 30)]
    print(f"{name:4} u {u.std():.3f}, gains of layers 1, 2, 10, 30", *shown)
# --8<-- [end:solution]
