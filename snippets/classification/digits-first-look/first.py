# kind: exact
"""The first sample as the computer sees it."""

from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)

# --8<-- [start:first]
print(X[0].reshape(8, 8).astype(int))
print("t =", t[0])
# --8<-- [end:first]
