# kind: exact
"""How many windows fit, rounded down and up."""

# --8<-- [start:ceil]
import torch

from chainrule.nn import MaxPool2d

print("size kernel stride padding   down  up")
for size, *args in ((6, 2, 2, 0), (5, 2, 2, 0), (7, 3, 2, 0), (5, 2, 2, 1)):
    x = torch.zeros(1, size, size)
    found = [MaxPool2d(*args, ceil_mode=up)(x).shape[1] for up in (0, 1)]
    print("{:4}{:7}{:7}{:8}{:7}{:4}".format(size, *args, *found))
# --8<-- [end:ceil]
