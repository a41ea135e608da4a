# kind: exact
"""Max pooling of two feature maps, and where the gradient goes."""

# --8<-- [start:by-hand]
import numpy as np

from chainrule.scratch.nn import MaxPool2d

maps = np.array(
    [
        [[3, -1, -3, -1], [-3, 1, 0, -3], [-3, -3, 0, 1], [3, -2, -2, -1]],
        [[-1, -1, -1, -1], [-1, -1, -2, 1], [-1, -1, -2, 1], [-1, 0, -4, 3]],
    ]
)
pool = MaxPool2d(2)
y = pool.forward(maps[None])[0]
dx = pool.backward(np.array([[[[1.0, 2], [3, 4]], [[5, 6], [7, 8]]]]))[0]
for n in range(2):
    print("map", n + 1)
    for row in range(4):
        pooled = str(y[n, row].astype(int)) if row < 2 else ""
        back = " ".join(f"{v:2.0f}" for v in dx[n, row])
        shown = " ".join(f"{v:2}" for v in maps[n, row])
        print(f"{shown}   {pooled:8}  gradient {back}")
# --8<-- [end:by-hand]
