# kind: exact
"""im2col of nine pixels, and its transpose."""

# --8<-- [start:unfolded]
import numpy as np

from chainrule.scratch.nn import col2im, im2col

x = np.arange(1, 10).reshape(1, 1, 3, 3)
columns = im2col(x, (2, 2))
print("a window in each column:", *columns[0], sep="\n")
print("row (1 0 0 -1) times columns:", [1, 0, 0, -1] @ columns[0])
back = col2im(np.ones_like(columns), x.shape, (2, 2))
print("in how many windows each pixel stands:", *back[0, 0], sep="\n")
# --8<-- [end:unfolded]
