# kind: exact
"""Exercise: a support vector machine that may make mistakes cheaply."""

import numpy as np

from chainrule.scratch.models import DualSVM
from chainrule.scratch.models.linear.linear_svm import objective

# --8<-- [start:solution]
X, t = np.array([[0.0], [2.0], [5.0]]), np.array([-1, 1, 1])
model = DualSVM(C=0.1).fit(X, t)
print(f"w = {model.w_[0]:.2f}, b = {model.b_:.2f}, alpha = {model.alpha_}")
for b in (-0.1, 0.0, 0.3, 0.6, 0.7):
    print(f"b = {b:4.1f}: E = {objective(X, t, model.w_, b, 0.1):.3f}")
# --8<-- [end:solution]
