# kind: numeric
"""Exercise: ridge depends on the units, least squares does not."""

import numpy as np

from chainrule.data import evolutions
from chainrule.scratch.models import Ridge

# --8<-- [start:solution]
X, _, t = evolutions(40, seed=1)
metres, centimetres = X, X * np.array([1, 1, 1, 100])
for alpha in (0, 10):
    y = [Ridge(alpha).fit(Z, t).predict(Z) for Z in (metres, centimetres)]
    print(f"lambda {alpha:2}: largest change {np.abs(y[0] - y[1]).max():.3f}")
# --8<-- [end:solution]
