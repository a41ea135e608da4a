# kind: exact
"""Entropy, cross-entropy and the gap between them."""

import numpy as np

from chainrule.scratch.nn import cross_entropy

# --8<-- [start:distributions]
p = np.array([0.7, 0.2, 0.1])  # true
q = np.array([0.3, 0.4, 0.3])  # predicted

print(f"H(p) = {cross_entropy(p, p):.4f}, H(q) = {cross_entropy(q, q):.4f}")
print(f"H(p, q) = {cross_entropy(q, p):.4f}")  # prediction first, as in torch
print(f"H(q, p) = {cross_entropy(p, q):.4f}")
gap = cross_entropy(q, p) - cross_entropy(p, p)
print(f"D(p, q) = {gap:.4f}, by its sum {np.sum(p * np.log(p / q)):.4f}")
print(f"one-hot target, class 0: {cross_entropy(q, 0):.4f} = -ln 0.3")
# --8<-- [end:distributions]
