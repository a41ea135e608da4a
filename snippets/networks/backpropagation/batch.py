# kind: numeric
"""A batch in three matrix products a layer, against a loop over samples."""

# --8<-- [start:batch]
import numpy as np

from chainrule.scratch import nn
from chainrule.scratch.models.deep import MLP

rng = np.random.default_rng(0)
model = MLP(3, [5, 4], 2, nn.tanh, rng=rng)
loss, X, t = nn.CrossEntropyLoss(), rng.normal(size=(6, 3)), [0, 1, 1, 0, 1, 0]

loss.forward(model.forward(X), t)
model.backward(loss.backward())
whole = [g.copy() for g in model.grads]
for n in (1, 2, 3):
    shapes = [a[n].shape for a in (model.u, model.delta, model.dW, model.db)]
    print("layer", n, *shapes)

mean = [np.zeros_like(g) for g in whole]
for x, right in zip(X, t, strict=True):
    loss.forward(model.forward(x[None]), [right])
    model.backward(loss.backward())
    for total, g in zip(mean, model.grads, strict=True):
        total += g / 6  # (14.1)
pairs = zip(whole, mean, strict=True)
print("mean of six:", all(np.allclose(a, b, rtol=1e-12) for a, b in pairs))
# --8<-- [end:batch]
