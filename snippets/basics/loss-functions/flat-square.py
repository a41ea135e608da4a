# kind: exact
"""A sigmoid that is wrong: the slope of its square and of its cross-entropy."""

import numpy as np

from chainrule.scratch.nn import binary_cross_entropy_with_logits_gradient

# --8<-- [start:slopes]
t = np.ones(1)
for z in (-10.0, -4.0, -1.0, 0.0, 2.0):
    y = 1 / (1 + np.exp(-z))
    square = 2 * (y - 1) * y * (1 - y)  # of (y - t)², by the chain rule
    entropy = binary_cross_entropy_with_logits_gradient([z], t)[0]
    print(f"z {z:5.1f}  square {square:8.5f}  entropy {entropy:8.5f}")
# --8<-- [end:slopes]
