# kind: exact
"""A quarter is put aside; one mean for each class of the rest."""

import numpy as np
from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)

# --8<-- [start:split]
from sklearn.model_selection import train_test_split

parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
X_train, X_test, t_train, t_test = parts
print(X_train.shape, X_test.shape)

mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])
# --8<-- [end:split]
