# kind: exact
"""Three steps of momentum, small enough to check on paper."""

from chainrule.scratch.optim import momentum

# --8<-- [start:steps]
import numpy as np

w, m = np.array(1.0), 0.0
for t, g in enumerate([2.0, 2.0, -1.0], start=1):
    w, m = momentum(w, g, m, lr=0.1, momentum=0.5)
    print(f"t = {t}  g = {g:+.0f}  m = {m:+.2f}  w = {w:.2f}")
# --8<-- [end:steps]
