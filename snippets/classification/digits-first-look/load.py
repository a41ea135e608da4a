# kind: exact
"""What scikit-learn brings along."""

# --8<-- [start:load]
import numpy as np
from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)
print(X.shape, t.shape, X.min(), X.max())
print(np.bincount(t))
# --8<-- [end:load]
