# kind: exact
"""Where epsilon stands decides what a tiny gradient can do."""

import numpy as np

from chainrule.scratch.optim import adam

# --8<-- [start:epsilon]
print("gradient   outside   inside")
for g in (1e-2, 1e-4, 1e-6, 1e-8, 1e-10):
    outside = -adam(0.0, g, 0.0, 0.0, t=1, lr=1.0)[0]
    inside = g / np.sqrt(g**2 + 1e-8)  # the first step has m_hat = g
    print(f"{g:8.0e}  {outside:8.4f}  {inside:7.4f}")
# --8<-- [end:epsilon]
