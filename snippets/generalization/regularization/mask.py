# kind: exact
"""Dropout on four units, forward and backward, in both scalings."""

# --8<-- [start:mask]
import numpy as np

from chainrule.scratch.nn import Dropout, DropoutScaledAtTest

y, dy = np.array([2.0, -1.0, 3.0, 4.0]), np.ones(4)
for kind in (Dropout, DropoutScaledAtTest):
    layer = kind(p=0.5, rng=1)
    print(kind.__name__)
    for mode in ("train", "train", "eval"):
        getattr(layer, mode)()
        forward, backward = layer.forward(y), layer.backward(dy)
        print(f"  {mode:5} {forward} back {backward}")
# --8<-- [end:mask]
