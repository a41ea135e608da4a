# kind: exact
"""A support vector machine that fits on a napkin."""

import numpy as np

from chainrule.scratch.models import DualSVM
from chainrule.scratch.models.linear import dual_objective
from chainrule.scratch.models.linear.linear_svm import objective

# --8<-- [start:napkin]
X, t = np.array([[0.0], [2.0], [5.0]]), np.array([-1, 1, 1])
model = DualSVM(C=10).fit(X, t)
w, b, alpha = model.w_, model.b_, model.alpha_
print(f"w = {w[0]:.1f}, b = {b:.1f}, alpha = {alpha}")
print("margins t z:", t * model.decision_function(X))
print(f"E = {objective(X, t, w, b, 10):.2f}", end=", ")
print(f"D = {dual_objective(X, t, alpha):.2f}")
# --8<-- [end:napkin]
