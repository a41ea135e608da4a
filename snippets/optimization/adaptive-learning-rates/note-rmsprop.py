# kind: exact
"""The RMSProp of note E, mended."""

# --8<-- [start:mended]
import numpy as np
import torch


def rmsprop_update(
    parameters, gradients, sq_grads, lr=0.01, beta=0.9, epsilon=1e-8
):
    for i, (param, grad) in enumerate(zip(parameters, gradients, strict=True)):
        sq_grads[i] = beta * sq_grads[i] + (1 - beta) * (grad**2)
        param_update = lr / (np.sqrt(sq_grads[i]) + epsilon) * grad
        param -= param_update


ours = np.array([1.5, -0.3, -2.2, 0.6])
theirs = torch.tensor(ours, requires_grad=True)
sq_grads = [np.zeros(4)]
optimizer = torch.optim.RMSprop([theirs], lr=0.01, alpha=0.9)
for _ in range(50):
    theirs.grad = 4 * theirs.detach() ** 3
    rmsprop_update([ours], [4 * ours**3], sq_grads)
    optimizer.step()
same = np.allclose(ours, theirs.detach(), rtol=0, atol=1e-13)
print("equals torch:", same)
# --8<-- [end:mended]
