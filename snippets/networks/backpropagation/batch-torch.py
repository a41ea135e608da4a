# kind: numeric
"""The gradients of the same batch by torch's backward()."""

# --8<-- [start:batch]
import numpy as np
import torch

from chainrule.scratch import nn
from chainrule.scratch.models.deep import MLP

rng = np.random.default_rng(0)
model = MLP(3, [5, 4], 2, nn.tanh, rng=rng)
loss, X, t = nn.CrossEntropyLoss(), rng.normal(size=(6, 3)), [0, 1, 1, 0, 1, 0]
loss.forward(model.forward(X), t)
model.backward(loss.backward())

params = [torch.tensor(p, requires_grad=True) for p in model.params]
y = torch.tensor(X)
for n in (1, 2, 3):
    W, b = params[2 * n - 2 : 2 * n]
    u = y @ W.T + b
    y = torch.tanh(u) if n < 3 else u
torch.nn.functional.cross_entropy(y, torch.tensor(t)).backward()
for p, ours in zip(params, model.grads, strict=True):
    gap = np.abs(p.grad.numpy() - ours).max()
    print(tuple(p.shape), "differs by less than 1e-15:", gap < 1e-15)
# --8<-- [end:batch]
