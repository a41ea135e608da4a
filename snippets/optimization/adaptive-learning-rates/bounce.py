# kind: exact
"""A loss that has stopped falling, at a place where the slope is large."""

# --8<-- [start:bounce]
import numpy as np

for lr in (4.0, 1.0):
    theta = 1.0
    for t in range(41):
        loss = np.sqrt(1 + theta**2)
        g = theta / loss
        if t in (0, 1, 2, 20, 40):
            print(f"{t=:2d}  {theta=:+.4f}  {loss=:.4f}  {abs(g)=:.4f}")
        theta = theta - lr * g
    print()
# --8<-- [end:bounce]
