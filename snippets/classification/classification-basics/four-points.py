# kind: exact
"""Four samples on a line, and one more that is more than right."""

import numpy as np

from chainrule.scratch.models import LeastSquaresClassifier

# --8<-- [start:points]
for far in ([], [10.0], [22.0], [100.0]):
    X = np.array([[0.0], [1.0], [3.0], [4.0]] + [[x] for x in far])
    t = np.array([-1, -1, 1, 1] + [1] * len(far))
    model = LeastSquaresClassifier().fit(X, t)
    z = model.decision_function(X)
    w, b = model.w_[0], model.b_
    scores = " ".join(f"{value:5.2f}" for value in z.round(9) + 0.0)
    print(f"w = {w:.3f}, b = {b:.3f}, boundary {-b / w:.2f}, scores {scores}")
# --8<-- [end:points]
