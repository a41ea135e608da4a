# kind: exact
"""The split into heads, and the view that mixes positions."""

# --8<-- [start:heads]
import torch

y = torch.arange(8).view(2, 4)  # position 0: 0 to 3, position 1: 4 to 7
right = y.unflatten(1, (2, 2)).transpose(0, 1)  # (heads, T, E / heads)
wrong = y.view(2, 2, 2)  # the same shape
for name, heads in ("right", right), ("wrong", wrong):
    for n, head in enumerate(heads):
        print(f"{name}, head {n}: {head.tolist()}")
merged = right.transpose(0, 1).flatten(1)
print("merged:", merged.tolist())
# --8<-- [end:heads]
