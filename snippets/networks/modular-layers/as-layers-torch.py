# kind: numeric
"""The chain of the notes in NumPy, with our modules, and with torch's."""

# --8<-- [start:torch]
import numpy as np
import torch

from chainrule import nn as ours
from chainrule.scratch import nn as numpy_nn

rng = np.random.default_rng(0)
x, t = rng.normal(size=(6, 3)), rng.uniform(size=(6, 2))
by_hand = numpy_nn.Sequential(
    numpy_nn.Linear(3, 4, rng),
    numpy_nn.Sigmoid(),
    numpy_nn.Linear(4, 2, rng),
    numpy_nn.Sigmoid(),
)
half = numpy_nn.HalfSquaredErrorLoss()
half.forward(by_hand.forward(x), t)
dx = by_hand.backward(half.backward())

for nn in (ours, torch.nn):
    chain = nn.Sequential(
        nn.Linear(3, 4), nn.Sigmoid(), nn.Linear(4, 2), nn.Sigmoid()
    ).double()
    arrays = [torch.tensor(p) for p in by_hand.params]
    chain.load_state_dict(dict(zip(chain.state_dict(), arrays, strict=True)))
    leaf = torch.tensor(x, requires_grad=True)
    E = ((chain(leaf) - torch.tensor(t)) ** 2).sum() / (2 * len(x))
    E.backward()  # there is no backward of ours: autograd finds it
    found = [p.grad for p in chain.parameters()] + [leaf.grad]
    pairs = zip(found, [*by_hand.grads, dx], strict=True)
    print(nn.__name__, all(np.allclose(a, b, 1e-12, 1e-16) for a, b in pairs))
# --8<-- [end:torch]
