# kind: exact
"""Solution: one step of descent on the four points."""

from chainrule.scratch.models.linear.logistic_regression import (
    gradients,
    objective,
)

# --8<-- [start:solution]
import numpy as np

X, t = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 1, 0, 1])
grad_w, grad_b = gradients(X, t, np.zeros(1), 0.0)
w, b = 0 - grad_w, 0 - grad_b  # from (0, 0) with rate 1
print("w =", w[0], " b =", b, f" E = {objective(X, t, w, b):.4f}")
# --8<-- [end:solution]
