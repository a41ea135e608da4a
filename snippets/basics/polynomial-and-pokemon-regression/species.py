# kind: exact
"""The ten pairs again, with a species that their ratio gives away."""

import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.models import IndicatorRegression

# --8<-- [start:species]
X, t = cp_pairs()
ratio = t / X[:, 0]
print("CP after / CP before:", *(f"{r:.2f}" for r in ratio))
species = np.digitize(ratio, [1.5, 2.2])  # 0, 1 or 2: guessed from t
model = IndicatorRegression().fit(X, t, species)
for s, b, w in zip(model.classes_, model.b_, model.w_[:, 0], strict=True):
    count = np.sum(species == s)
    print(f"group {s}, {count} samples: CP after = {b:5.2f} + {w:.3f} x")
error = model.predict(X, species) - t
print(f"root mean squared error {np.sqrt(np.mean(error**2)):.2f}")
# --8<-- [end:species]
