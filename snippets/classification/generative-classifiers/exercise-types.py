# kind: exact
"""Exercise: three types, and the posterior as a softmax of lines."""

import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models import LinearDiscriminantAnalysis

# --8<-- [start:solution]
types = ("water", "normal", "fire")
X, y = pokemon_stats(types, (300, 300, 300))
new_X, new_y = pokemon_stats(types, (300, 300, 300), seed=1)
model = LinearDiscriminantAnalysis().fit(X[:, 1:], y)
print("right on new ones:", round(model.score(new_X[:, 1:], new_y), 3))

z = X[:, 1:] @ model.coef_.T + model.intercept_  # (900, 3)
softmax = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
print(np.allclose(softmax, model.predict_proba(X[:, 1:]), rtol=1e-9))
# --8<-- [end:solution]
