# kind: exact
"""Weights of a hidden layer on a picture of 100 x 100 x 3."""

# --8<-- [start:counting]
from chainrule.scratch.nn import Conv2d, LocallyConnected2d

inputs = 100 * 100 * 3
print(f"{inputs:,} inputs, 1,000 neurons: {1000 * inputs:,} weights")


def count(layer):
    return sum(array.size for array in layer.params)


for n_out in (1, 16):
    dense = n_out * 100 * 100 * (inputs + 1)
    local = count(LocallyConnected2d(3, n_out, 100, 3, padding=1))
    shared = count(Conv2d(3, n_out, 3, padding=1))
    print(f"{n_out:2} channels: dense {dense:,},", end=" ")
    print(f"local {local:,}, shared {shared:,}")
# --8<-- [end:counting]
