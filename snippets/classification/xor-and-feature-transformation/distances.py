# kind: exact
"""XOR after the transformation by distances."""

import numpy as np

from chainrule.scratch.preprocessing import distance_features

# --8<-- [start:distances]
from sklearn.linear_model import LogisticRegression

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])


def report(points, power=1):
    F = distance_features(X, points) ** power
    unit = LogisticRegression(C=1e4, max_iter=1000).fit(F, t)
    y = unit.predict_proba(F)[:, 1]
    right = ((y.round(6) > 0.5) == t).sum()
    print(f"{points}, power {power}: {right} of 4 right")
    for x, f, p in zip(X, F, y, strict=True):
        print(f"  x = {x}  x' = ({f[0]:.3f}, {f[1]:.3f})  y = {p:.3f}")


report([[0, 0], [1, 1]])
report([[0, 0], [1, 0]])
report([[0, 0], [1, 1]], power=2)
# --8<-- [end:distances]
