# kind: numeric
"""The rule in few directions."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, t = load_digits(return_X_y=True)
parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
X_train, X_test, t_train, t_test = parts
mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])
center = X_train.mean(axis=0)
Vt = np.linalg.svd(X_train - center, full_matrices=False)[2]


def nearest_mean(X, mu):
    return ((X[:, None, :] - mu) ** 2).sum(axis=-1).argmin(axis=-1)


# --8<-- [start:directions]
for d in (2, 5, 10, 64):
    axes = Vt[:d].T
    z = nearest_mean((X_test - center) @ axes, (mu - center) @ axes)
    print(f"d = {d:2}: {np.mean(z == t_test):.1%}")
# --8<-- [end:directions]
