# kind: exact
"""Exercise: which labellings of the four corners does a line separate?"""

# --8<-- [start:solution]
from itertools import product

import numpy as np

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
rng = np.random.default_rng(0)
w, b = rng.normal(size=(2, 10_000)), rng.normal(size=10_000)
made = {tuple(t) for t in (X @ w + b > 0).astype(int).T.tolist()}
print(len(made), "labellings made by 10,000 random lines")
print("never made:", *sorted({*product([0, 1], repeat=4)} - made))
# --8<-- [end:solution]
