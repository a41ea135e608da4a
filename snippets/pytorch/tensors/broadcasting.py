# kind: exact
"""The rule of broadcasting as a function, and a loss that it spoils."""

# --8<-- [start:rule]
from itertools import zip_longest

import torch


def broadcast_shape(a, b):
    """Shape of the result, (17.5); axes are compared from the right."""
    shape = []
    for m, n in zip_longest(reversed(a), reversed(b), fillvalue=1):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"sizes {m} and {n} do not fit")
        shape.insert(0, m if n == 1 else n)
    return tuple(shape)


# --8<-- [end:rule]

# --8<-- [start:use]
for a, b in ((2, 3), (3,)), ((3, 1), (4,)), ((8, 1, 6, 1), (7, 1, 5)):
    print(a, b, "->", broadcast_shape(a, b))

y = torch.tensor([[1.0], [2.0], [3.0]])  # (3, 1), as a model returns it
t = torch.tensor([1.0, 2.0, 3.0])  # (3,): every prediction is right
wrong, right = (y - t) ** 2, (y.squeeze(1) - t) ** 2
print(f"broadcast: {wrong.mean():.4f} is a mean over", tuple(wrong.shape))
print(f"aligned:   {right.mean():.4f} is a mean over", tuple(right.shape))
# --8<-- [end:use]
