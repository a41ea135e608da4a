# kind: exact
"""Shapes and parameters of 784-256-128-10, layer by layer."""

import numpy as np

from chainrule.scratch.models import MLP

# --8<-- [start:shapes]
model = MLP(784, [256, 128], 10, rng=0)
z = model.forward(np.zeros((100, 784)))  # a batch of 100

for layer, W in model.W.items():
    before, after = model.y[layer - 1].shape, model.y[layer].shape
    print(f"layer {layer}: {before} -> {after}, W {W.shape}")
count = sum(p.size for p in model.params)
print(f"parameters: {count:,}")
# --8<-- [end:shapes]
