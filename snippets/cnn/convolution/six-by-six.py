# kind: exact
"""A filter for a falling diagonal on a black-and-white picture."""

# --8<-- [start:six-by-six]
import numpy as np

from chainrule.scratch.nn import conv2d_loops

x = np.array(
    [
        [1, 0, 0, 0, 0, 1],
        [0, 1, 0, 0, 1, 0],
        [0, 0, 1, 1, 0, 0],
        [1, 0, 0, 0, 1, 0],
        [0, 1, 0, 0, 1, 0],
        [0, 0, 1, 0, 1, 0],
    ]
)
falling = np.array([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
upright = np.array([[-1, 1, -1], [-1, 1, -1], [-1, 1, -1]])
filters = np.stack([falling, upright])[:, None]  # (2, 1, 3, 3)
y = conv2d_loops(x[None], filters)
print("a picture", x.shape, "and two filters give", y.shape)
for row in zip(*y.astype(int), strict=True):
    print("   ".join("".join(f"{n:3}" for n in line) for line in row))
# --8<-- [end:six-by-six]
