# kind: exact
"""Softmax of three logits, and what it does not depend on."""

from chainrule.scratch.nn import sigmoid, softmax

# --8<-- [start:numbers]
import numpy as np

z = np.array([3.0, 1.0, -3.0])
print("powers ", np.exp(z).round(2), "sum", np.exp(z).sum().round(2))
print("softmax", softmax(z).round(3), "sum", softmax(z).sum().round(12))
print("shifted", softmax(z + 1000).round(3))
print("doubled", softmax(2 * z).round(3))
print("sigmoid", sigmoid(z).round(3), "sum", sigmoid(z).sum().round(3))
# --8<-- [end:numbers]
