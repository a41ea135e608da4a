# kind: exact
"""A learned row for each position, and what happens beyond the last."""

# --8<-- [start:learned]
import torch

from chainrule.nn import LearnedPositionalEncoding

positions = LearnedPositionalEncoding(d_model=4, max_len=6)
positions(torch.zeros(2, 3, 4)).sum().backward()
moved = positions.table.grad.abs().sum(1) > 0
print("rows that learn:", moved.int().tolist())
try:
    positions(torch.zeros(1, 7, 4))
except ValueError as error:
    print(error)
# --8<-- [end:learned]
