# kind: exact
"""Rotary positions: the score knows the distance and nothing else."""

# --8<-- [start:rotary]
import torch

from chainrule.nn import RotaryPositionalEmbedding

torch.manual_seed(0)
q, k = torch.randn(2, 1, 8, dtype=torch.float64)
at = RotaryPositionalEmbedding(8)
for i, j in ((0, 0), (3, 1), (10, 8), (1003, 1001), (1, 3)):
    score = (at(q, offset=i) * at(k, offset=j)).sum()
    print(f"query at {i:4}, key at {j:4}: score {score:7.4f}")
# --8<-- [end:rotary]
