# kind: numeric
"""The gradients of a linear layer, one number at a time."""

# --8<-- [start:loops]
import numpy as np

from chainrule.scratch.nn import Linear

rng = np.random.default_rng(0)
N, d, K = 5, 3, 2
layer, x = Linear(d, K, rng), rng.normal(size=(N, d))
dy = rng.normal(size=(N, K))
dW, db, dx = np.zeros((K, d)), np.zeros(K), np.zeros((N, d))
for n in range(N):
    for j in range(K):
        db[j] += dy[n, j]
        for i in range(d):
            dW[j, i] += dy[n, j] * x[n, i]
            dx[n, i] += dy[n, j] * layer.weight[j, i]

layer.forward(x)
print("dx", dx.shape, np.allclose(layer.backward(dy), dx))
print("dW", dW.shape, np.allclose(layer.grad_weight, dW))
print("db", db.shape, np.allclose(layer.grad_bias, db))
# --8<-- [end:loops]
