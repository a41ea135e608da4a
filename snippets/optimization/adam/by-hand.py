# kind: exact
"""Two steps of Adam on numbers that fit on a napkin."""

import numpy as np

from chainrule.scratch.optim import adam

# --8<-- [start:steps]
w, m, v = np.array(1.0), 0.0, 0.0
for t, g in enumerate([2.0, -1.0], start=1):
    w, m, v = adam(w, g, m, v, t, lr=0.1)
    print(f"t = {t}  g = {g:+.0f}  m = {m:.3f}  v = {v:.6f}  w = {w:.5f}")
# --8<-- [end:steps]
