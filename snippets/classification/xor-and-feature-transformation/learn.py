# kind: study
"""Ten starts of the smallest cascade.

Prints CSV: the points with the features and the prediction of the best start,
and how many of the starts end at a loss over 0.2.
"""

import numpy as np

from chainrule.scratch.models import CascadedLogistic

# --8<-- [start:learn]
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])

model = CascadedLogistic(units=2, restarts=10).fit(X, t)
failed = (model.losses_ > 0.2).sum()
print("x1,x2,t,predicted,a1,a2,failed")
for x, *row in zip(X, t, model.predict(X), model.transform(X), strict=True):
    code = (f"{a:.3f}" for a in row.pop())
    print(*x.astype(int), *row, *code, failed, sep=",")
# --8<-- [end:learn]
