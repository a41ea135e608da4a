# kind: numeric
"""The way back through the lecture's network is a network itself."""

# --8<-- [start:reversed]
import numpy as np

from chainrule.scratch.models.deep import MLP, BackwardNetwork
from chainrule.scratch.nn import sigmoid

pairs = [
    (np.array([[1.0, -2], [-1, 1]]), np.array([1.0, 0])),
    (np.array([[2.0, -1], [-2, -1]]), np.array([0.0, 0])),
    (np.array([[3.0, -1], [-1, 4]]), np.array([-2.0, 2])),
]
model = MLP.of(pairs, sigmoid, sigmoid)
y = model.forward([[1, -1]])

back = BackwardNetwork(model)
dx = back.forward(y - [[1, 0]])  # fed with the error
for n in (3, 2, 1):
    (gain,), (delta,) = back.gain[n], back.delta[n]
    print(f"layer {n}: gains {gain.round(4)}, dE/du {delta.round(4)}")
print("dE/dx", dx[0].round(4))
twice = back.forward(2 * (y - [[1, 0]]))
print("twice the error, twice the answer:", np.allclose(twice, 2 * dx))
# --8<-- [end:reversed]
