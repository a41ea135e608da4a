# kind: exact
"""The posterior of a shared covariance is a sigmoid of a line."""

import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import LinearDiscriminantAnalysis

# --8<-- [start:weights]
X, y = pokemon_stats()
two = X[:, [3, 5]]
model = LinearDiscriminantAnalysis().fit(two, y)
w, b = model.coef_[0], model.intercept_[0]  # C_1 is water, classes_[1]
print("w =", w.round(4), f"b = {b:.4f}")

by_bayes = model.predict_proba(two)[:, 1]
by_sigmoid = 1 / (1 + np.exp(-(two @ w + b)))
print("the same for all 140:", np.allclose(by_bayes, by_sigmoid, 1e-12, 0))
# --8<-- [end:weights]
