# kind: exact
"""What libraries of the field call convolution, and what mathematics does."""

# --8<-- [start:flip]
import numpy as np
from scipy import signal

from chainrule.scratch.nn import conv2d_loops

x = np.zeros((5, 5))
x[2, 2] = 1  # an impulse
k = np.arange(1.0, 10).reshape(3, 3)
ours = conv2d_loops(x[None], k[None, None])[0]
mathematics = signal.convolve2d(x, k, mode="valid")
for name, y in (("conv2d", ours), ("convolve2d", mathematics)):
    print(f"{name:11}", *(row.astype(int) for row in y))
correlated = signal.correlate2d(x, k, mode="valid")
print("correlate2d is conv2d:", np.array_equal(correlated, ours))
flipped = conv2d_loops(x[None], k[::-1, ::-1][None, None])[0]
print("so is convolve2d with k flipped:", np.array_equal(flipped, mathematics))
# --8<-- [end:flip]
