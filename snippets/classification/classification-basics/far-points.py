# kind: study
"""Twenty data sets, with and without points that are too correct.

Prints CSV: where the boundary crosses the axis and the share of right answers
on the two clouds, each the mean and the standard deviation over the data sets.
"""

import numpy as np

from chainrule.scratch.models import LeastSquaresClassifier

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
print("model,far_points,boundary,boundary_sd,right,right_sd")
for name, rows in found.items():
    mean, sd = np.mean(rows, axis=0), np.std(rows, axis=0)
    for far, at in (("without", 0), ("with", 2)):
        cells = mean[at], sd[at], mean[at + 1], sd[at + 1]
        print(name, far, *(f"{cell:.3f}" for cell in cells), sep=",")
# --8<-- [end:far]
