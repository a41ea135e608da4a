# kind: exact
"""scikit-learn's classifier is the same."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, t = load_digits(return_X_y=True)
parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
X_train, X_test, t_train, t_test = parts
mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])


def nearest_mean(X, mu):
    return ((X[:, None, :] - mu) ** 2).sum(axis=-1).argmin(axis=-1)


y = nearest_mean(X_test, mu)

# --8<-- [start:centroid]
import warnings

from sklearn.neighbors import NearestCentroid

with warnings.catch_warnings():  # it warns of pixels that never vary
    warnings.simplefilter("ignore")
    centroids = NearestCentroid().fit(X_train, t_train)
print(np.array_equal(centroids.predict(X_test), y))
print(np.abs(centroids.centroids_ - mu).max() < 1e-12)
# --8<-- [end:centroid]
