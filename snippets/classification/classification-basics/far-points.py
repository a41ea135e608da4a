# kind: exact
"""Twenty data sets, with and without points that are too correct."""

import numpy as np

from chainrule.scratch.models.least_squares_classifier import (
    LeastSquaresClassifier,
)

# --8<-- [start:far]
from sklearn.svm import SVC

svm = SVC(kernel="linear")
models = {"least squares": LeastSquaresClassifier(), "SVM": svm}
found = {name: [] for name in models}
for seed in range(20):
    rng = np.random.default_rng(seed)
    t = np.repeat([-1, 1], 50)
    X = rng.normal(size=(100, 2)) + np.outer(t, [2, 0])
    far = rng.normal(size=(20, 2)) + np.array([20, 0])  # all of class 1
    more, signs = np.vstack([X, far]), np.append(t, np.ones(20, int))
    for name, model in models.items():
        row = []
        for data, sides in ((X, t), (more, signs)):
            model.fit(data, sides)
            z = model.decision_function([[0, 0], [1, 0]])  # on the axis
            row += [z[0] / (z[0] - z[1]), np.mean(model.predict(X) == t)]
        found[name].append(row)
for name, rows in found.items():
    at, right, at_far, right_far = np.mean(rows, axis=0)
    s, _, s_far, r_far = np.std(rows, axis=0)
    print(f"{name:13}  boundary {at:5.2f} ± {s:.2f}  right {right:.3f}")
    print(f"  with far     boundary {at_far:5.2f} ± {s_far:.2f}", end="")
    print(f"  right {right_far:.3f} ± {r_far:.3f}")
# --8<-- [end:far]
