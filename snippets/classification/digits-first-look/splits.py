# kind: numeric
"""The accuracy of twenty splits."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, t = load_digits(return_X_y=True)


def nearest_mean(X, mu):
    return ((X[:, None, :] - mu) ** 2).sum(axis=-1).argmin(axis=-1)


# --8<-- [start:splits]
accuracy = []
for k in range(20):
    data = train_test_split(X, t, test_size=0.25, stratify=t, random_state=k)
    A, B, a, b = data
    means = np.array([A[a == c].mean(axis=0) for c in range(10)])
    accuracy.append(np.mean(nearest_mean(B, means) == b))
print(f"{np.mean(accuracy):.1%} on average over {len(accuracy)} splits")
print(f"from {min(accuracy):.1%} to {max(accuracy):.1%}")
# --8<-- [end:splits]
