# kind: exact
"""Two linear layers are one; with ReLU between them they are not."""

# --8<-- [start:two-lines]
from chainrule.scratch.nn import relu


def straight(x):
    return 2 * (3 * x + 1) - 4


def bent(x):
    return 2 * relu(3 * x + 1) - 4


for x in (-2, -1, 0, 1):
    print(f"x = {x:2}: {straight(x):3}, {bent(x):4.0f}")
# --8<-- [end:two-lines]
