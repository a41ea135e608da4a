# kind: numeric
"""A maxout unit whose pieces are tangents of a parabola."""

# --8<-- [start:tangents]
import numpy as np

from chainrule.scratch.nn import Maxout

x = np.linspace(-1, 1, 2001)[:, None]
for k in (1, 2, 5, 10):
    touch = (np.arange(k) + 0.5) * 2 / k - 1  # each piece has width 2 / k
    unit = Maxout(1, 1, num_pieces=k)
    unit.linear.weight[:, 0] = 2 * touch
    unit.linear.bias[:] = -(touch**2)
    gap = x**2 - unit.forward(x)
    print(f"{k:2} pieces: at most {gap.max():.4f} below, 1/k² = {1 / k**2:.4f}")
# --8<-- [end:tangents]
