# kind: exact
"""Four samples: how likely are their labels, and how to make them likelier."""

from chainrule.scratch.models.linear.logistic_regression import (
    gradients,
    objective,
    probability,
)

# --8<-- [start:points]
import numpy as np

X, t = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 1, 0, 1])
for w, b in ((0.0, 0.0), (1.0, 0.0), (1.0, -1.5)):
    w = np.array([w])
    y = probability(X, w, b)
    likelihood = np.prod(np.where(t == 1, y, 1 - y))
    print(f"w = {w[0]}, b = {b}: y = {y.round(3)}")
    print(f"  likelihood {likelihood:.4f}, E = {objective(X, t, w, b):.4f}")
    grad_w, grad_b = gradients(X, t, w, b)
    print(f"  dE/dw {grad_w[0]:.4f}, dE/db {grad_b:.4f}")
# --8<-- [end:points]
