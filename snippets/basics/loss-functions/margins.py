# kind: exact
"""Three losses of the same scores."""

import numpy as np

from chainrule.scratch.nn import (
    binary_cross_entropy_with_logits,
    hinge,
    zero_one,
)

# --8<-- [start:margins]
z = np.array([3.0, 0.4, -0.2, -2.0])  # scores; positive says class 1
sign = np.array([1, 1, 1, -1])

print(f"0-1 loss       {zero_one(np.sign(z), sign):.4f}")
print(f"hinge          {hinge(z, sign):.4f}")
entropy = binary_cross_entropy_with_logits(z, (sign + 1) / 2)
print(f"cross-entropy  {entropy:.4f}")
# --8<-- [end:margins]
