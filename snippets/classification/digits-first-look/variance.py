# kind: numeric
"""How much of the variance is in the plane."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, t = load_digits(return_X_y=True)
parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
X_train, X_test, t_train, t_test = parts
mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])

# --8<-- [start:variance]
center = X_train.mean(axis=0)
U, s, Vt = np.linalg.svd(X_train - center, full_matrices=False)
share = s**2 / np.sum(s**2)
print(f"{share[:2].sum():.1%} of the variance is in the plane")
# --8<-- [end:variance]
