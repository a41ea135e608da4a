# kind: exact
"""Exercise: how far one sample can push the boundary, and how far many."""

import numpy as np

from chainrule.scratch.models import LeastSquaresClassifier

# --8<-- [start:solution]
for copies in (1, 3, 10):
    X = np.array([[0.0], [1.0], [3.0], [4.0]] + [[1e6]] * copies)
    t = np.array([-1, -1, 1, 1] + [1] * copies)
    model = LeastSquaresClassifier().fit(X, t)
    print(f"{copies:2} at a million: boundary {-model.b_ / model.w_[0]:.2f}")
# --8<-- [end:solution]
