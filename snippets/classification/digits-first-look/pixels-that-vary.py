# kind: exact
"""Which values occur, and where."""

import numpy as np
from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)

# --8<-- [start:pixels]
print(f"{(X == 0).mean():.1%} of all numbers are 0")
print("pixels that are always 0:", np.flatnonzero(X.max(axis=0) == 0))
# --8<-- [end:pixels]
