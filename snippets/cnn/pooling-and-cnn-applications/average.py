# kind: exact
"""Averages and minima of the same windows, and what padding does to them."""

# --8<-- [start:average]
import torch

from chainrule.nn import AvgPool2d, MaxPool2d, MinPool2d

x = torch.tensor(
    [[3.0, -1, -3, -1], [-3, 1, 0, -3], [-3, -3, 0, 1], [3, -2, -2, -1]]
)[None]
for layer in (MaxPool2d(2), AvgPool2d(2), MinPool2d(2)):
    print(f"{type(layer).__name__:9}", layer(x).flatten().tolist())

ones = torch.ones(1, 4, 4)
for include in (True, False):
    y = AvgPool2d(3, 2, 1, count_include_pad=include)(ones)
    rows = [[round(v, 2) for v in row] for row in y[0].tolist()]
    print("ones, padding 1, counted:", include, rows)
below = MaxPool2d(3, 2, 1)(-ones)
print("-ones, padding 1, maxima:", below.flatten().tolist())
# --8<-- [end:average]
