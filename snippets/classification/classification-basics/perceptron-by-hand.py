# kind: exact
"""The perceptron on two samples, mistake by mistake."""

import numpy as np

from chainrule.scratch.models import Perceptron

# --8<-- [start:hand]
X, t = np.array([[0.0], [2.0]]), np.array([-1, 1])
model = Perceptron().fit(X, t)
for k, (b, w) in enumerate(model.path_):
    print(f"after {k} mistakes: w = {w:2.0f}, b = {b:2.0f}")
print(f"epochs {model.n_iter_}, converged {model.converged_}")
# --8<-- [end:hand]
