# kind: exact
"""Ten units in a row: what is left of the last one's delta in the first."""

# --8<-- [start:chain]
import numpy as np

from chainrule.scratch.models import MLP
from chainrule.scratch.nn import sigmoid

for w in (1.0, 4.0, 8.0):
    unit = np.array([[w]]), np.array([-w / 2])  # W and b of every layer
    chain = MLP.of([unit] * 10, sigmoid, sigmoid)
    y = chain.forward(np.array([[0.5]]))  # so that all u are 0
    chain.backward(np.ones_like(y))
    ratio = (chain.delta[1] / chain.delta[10]).item()
    print(f"w = {w:.0f}: factor {w / 4:.2f}, nine of them {ratio:.3g}")
# --8<-- [end:chain]
