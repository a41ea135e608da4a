# kind: exact
"""Larger rates on the two valleys."""

from chainrule.scratch.analysis import valleys_slope
from chainrule.scratch.optim import gradient_descent

# --8<-- [start:solution]
for lr in (0.1, 0.2, 0.3):
    path = gradient_descent(valleys_slope, 0.5, lr, steps=10_000)
    print(lr, path[1:4].round(2), "…", path[-2:].round(2))
# --8<-- [end:solution]
