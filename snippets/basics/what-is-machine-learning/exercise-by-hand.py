# kind: exact
"""The loss of one line on three days."""

import numpy as np

from chainrule.scratch.nn import mse

# --8<-- [start:solution]
x, t = np.array([6.0, 5.8, 6.4]), np.array([5.8, 6.4, 4.7])
y = 4 + 0.2 * x
print(y.round(2), (y - t).round(2), mse(y, t).round(3))
# --8<-- [end:solution]
