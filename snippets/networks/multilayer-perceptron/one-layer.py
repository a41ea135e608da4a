# kind: exact
"""A layer neuron by neuron, and at once."""

import numpy as np

from chainrule.scratch.nn import sigmoid

# --8<-- [start:layer]
x = np.array([1.0, -1.0])
W, b = np.array([[1.0, -2.0], [-1.0, 1.0]]), np.array([1.0, 0.0])

for j in range(2):
    u = sum(W[j, i] * x[i] for i in range(2)) + b[j]  # (12.1)
    print(f"neuron {j + 1}: u = {u:.0f}, y = {sigmoid(u):.2f}")

print("at once:", sigmoid(W @ x + b).round(2))  # (12.3)
# --8<-- [end:layer]
