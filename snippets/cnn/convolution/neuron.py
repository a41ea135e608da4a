# kind: numeric
"""Which pixels a neuron sees: where its gradient is not zero."""

# --8<-- [start:neuron]
import numpy as np

from chainrule.scratch.nn import LocallyConnected2d

layer = LocallyConnected2d(3, 1, 7, 3, stride=2, rng=0)  # 3 x 3 neurons
fields = []
for place in ((0, 0), (0, 1), (2, 2)):
    layer.forward(np.ones((1, 3, 7, 7)))
    dy = np.zeros((1, 1, 3, 3))
    dy[0, 0][place] = 1  # the gradient of this one neuron
    fields.append(layer.backward(dy)[0].any(axis=0))
for row in zip(*fields, strict=True):
    print("   ".join("".join(".#"[int(seen)] for seen in line) for line in row))
print("weights of one neuron:", layer.weight[0, 0].size, "and a bias")
# --8<-- [end:neuron]
