# kind: numeric
"""A loop over samples and one line of arrays say the same."""

from chainrule.scratch.nn import CrossEntropyLoss

# --8<-- [start:loop]
import math

import numpy as np


def loop(X, t, W, b):
    """Loss and gradient by W, a number at a time."""
    loss, gradient = 0.0, np.zeros_like(W)
    for x, right in zip(X, t, strict=True):
        z = [sum(W[k, j] * x[j] for j in range(len(x))) for k in range(len(b))]
        z = [z[k] + b[k] for k in range(len(b))]
        total = sum(math.exp(v) for v in z)
        loss += (math.log(total) - z[right]) / len(X)
        for k, v in enumerate(z):
            delta = math.exp(v) / total - (k == right)
            for j in range(len(x)):
                gradient[k, j] += delta * x[j] / len(X)
    return loss, gradient


# --8<-- [end:loop]

# --8<-- [start:compare]
rng = np.random.default_rng(0)
X, t = rng.normal(size=(5, 4)), np.array([0, 2, 1, 1, 0])
W, b = rng.normal(size=(3, 4)), rng.normal(size=3)

z = X @ W.T + b  # (5, 4) times (4, 3), plus (3,): b goes to every row
cross_entropy = CrossEntropyLoss()
loss, delta = cross_entropy.forward(z, t), cross_entropy.backward()
gradient = delta.T @ X  # (3, 5) times (5, 4): the sum over the samples

slow_loss, slow_gradient = loop(X, t, W, b)
print(z.shape, delta.shape, gradient.shape)
print(abs(loss - slow_loss) < 1e-14)
print(np.abs(gradient - slow_gradient).max() < 1e-14)
# --8<-- [end:compare]
