# kind: numeric
"""The four steps of the procedure, on a network with whole numbers."""

# --8<-- [start:network]
import numpy as np

from chainrule.scratch import nn
from chainrule.scratch.models.deep import (
    identity,
    mlp_backward,
    mlp_forward,
    mlp_gradients,
)

x, t = np.array([[1.0, 2.0]]), np.array([[1.0]])
W = {1: np.array([[1.0, 1.0], [1.0, -1.0]]), 2: np.array([[2.0, 5.0]])}
b = {1: np.array([0.0, 0.0]), 2: np.array([-4.0])}
f, df = {1: nn.relu, 2: identity}, {1: nn.relu_derivative, 2: np.ones_like}
# --8<-- [end:network]

# --8<-- [start:steps]
lr = 0.01
for _ in range(2):
    u, y = mlp_forward(x, W, b, f)  # 1. forwards, from 1 to L
    E = nn.half_squared_error(y[2], t)  # 2. compare
    dy = nn.half_squared_error_gradient(y[2], t)
    delta = mlp_backward(dy, W, u, df)  # 3. back, from L to 1
    dW, db = mlp_gradients(delta, y)
    for layer in W:  # 4. and only now move, all layers
        W[layer] -= lr * dW[layer]
        b[layer] -= lr * db[layer]
    print(f"y = {y[2].item():.4f}, E = {E:.4f}")
    print("  dW1", dW[1].round(4).tolist(), " db1", db[1].round(4).tolist())
    print("  dW2", dW[2].round(4).tolist(), " db2", db[2].round(4).tolist())
# --8<-- [end:steps]
