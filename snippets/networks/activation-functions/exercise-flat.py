# kind: numeric
"""Where the sigmoid is flat: by the formula, and in single precision."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.nn import sigmoid_derivative

y = (1 + np.sqrt(1 - 4 * 0.01)) / 2
print(f"slope 0.01 at z = {np.log(y / (1 - y)):.3f}")
for dtype in (np.float32, np.float64):
    z = np.arange(0, 50, 0.1).astype(dtype)
    first = z[sigmoid_derivative(z) == 0][0]
    print(f"{dtype.__name__}: slope 0 from z = {first:.1f}")
# --8<-- [end:solution]
