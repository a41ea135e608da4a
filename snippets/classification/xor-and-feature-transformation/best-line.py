# kind: exact
"""Logistic regression on XOR: the best line has no direction."""

# --8<-- [start:fit]
import numpy as np
from sklearn.linear_model import LogisticRegression

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])

unit = LogisticRegression(C=np.inf).fit(X, t)
weights = np.append(unit.coef_, unit.intercept_).round(6)
print("w1, w2, b =", weights + 0)
print("P(class 1)", unit.predict_proba(X)[:, 1].round(6))

for name, w, b in (
    ("no line", [0, 0], 0),
    ("x1 + x2 > 1/2", [1, 1], -0.5),
    ("the same, steeper", [5, 5], -2.5),
):
    z = X @ w + b
    right = ((z > 0) == t).sum()
    loss = np.mean(np.logaddexp(0, z) - t * z)
    print(f"{name:18} {right} of 4 right, loss {loss:.4f}")
# --8<-- [end:fit]
