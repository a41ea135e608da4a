# kind: exact
"""The shift of relative scores, for three positions."""

# --8<-- [start:solution]
import torch

from chainrule.nn import relative_shift

distance = torch.arange(-2, 3).expand(3, 5)  # each row: j - i = -2 … 2
print(relative_shift(distance))
# --8<-- [end:solution]
