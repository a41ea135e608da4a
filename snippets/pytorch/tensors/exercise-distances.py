# kind: exact
"""Exercise: all distances between two sets of points, without a loop."""

# --8<-- [start:solution]
import torch

p = torch.tensor([[0.0, 0.0], [3.0, 4.0]])  # (2, 2)
q = torch.tensor([[0.0, 0.0], [6.0, 8.0], [3.0, 0.0]])  # (3, 2)
difference = p[:, None, :] - q[None, :, :]  # (2, 1, 2) - (1, 3, 2)
distance = difference.square().sum(dim=-1).sqrt()
print(tuple(difference.shape), distance.tolist())
print(torch.allclose(distance, torch.cdist(p, q)))
# --8<-- [end:solution]
