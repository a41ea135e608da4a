# kind: exact
"""Exercise: one-hot targets in four ways, and the way back."""

# --8<-- [start:solution]
import torch
from torch.nn import functional as F

t = torch.tensor([2, 0, 1])
ways = [
    F.one_hot(t, 4),
    torch.eye(4, dtype=torch.int64)[t],
    torch.zeros(3, 4, dtype=torch.int64).scatter_(1, t[:, None], 1),
    (t[:, None] == torch.arange(4)).long(),
]
print(ways[0].tolist())
print(all(torch.equal(ways[0], way) for way in ways))
print(ways[0].argmax(dim=1).tolist())
# --8<-- [end:solution]
