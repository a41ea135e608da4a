# kind: exact
"""How many steps: descent on raw and standardized features, and Newton."""

import warnings

from chainrule.scratch.models import LogisticRegression

# --8<-- [start:solvers]
# Descent on raw features does not get there, and says so.
warnings.filterwarnings("ignore", ".*did not converge")
from sklearn.datasets import load_breast_cancer

data = load_breast_cancer()
malignant = 1 - data.target
raw = data.data[:, :2]
standard = (raw - raw.mean(axis=0)) / raw.std(axis=0)
lowest = LogisticRegression().fit(raw, malignant).losses_[-1]
for name, X in (("raw", raw), ("standardized", standard)):
    descent = LogisticRegression(solver="gradient-descent", steps=1000)
    jumps = LogisticRegression().fit(X, malignant)
    losses = descent.fit(X, malignant).losses_
    print(name)
    for k in (10, 100, 1000):
        print(f"  descent, {k:4} steps: {losses[k] - lowest:.6f} above")
    print(f"  Newton, {jumps.n_iter_} steps: w = {jumps.w_.round(3)}")
# --8<-- [end:solvers]
