# kind: numeric
"""The class of the nearest mean."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, t = load_digits(return_X_y=True)
parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
X_train, X_test, t_train, t_test = parts
mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])


# --8<-- [start:nearest]
def nearest_mean(X, mu):
    """The class whose mean is closest, for each row of X."""
    difference = X[:, None, :] - mu  # (N, 1, 64) - (10, 64)
    distance = (difference**2).sum(axis=-1)  # (N, 10)
    return distance.argmin(axis=-1)


y = nearest_mean(X_test, mu)
print(f"{np.sum(y == t_test)} of {len(y)} right: {np.mean(y == t_test):.1%}")
# --8<-- [end:nearest]
