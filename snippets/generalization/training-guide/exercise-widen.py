# kind: exact
"""Thirty-two hidden units that compute what sixteen compute."""

# --8<-- [start:solution]
import torch

generator = torch.Generator().manual_seed(0)
x = torch.randn(1000, 8, generator=generator)
W, b = (torch.randn(16, n, generator=generator) for n in (8, 1))
V = torch.randn(3, 16, generator=generator)

twice = torch.cat([W, W]), torch.cat([b, b])  # each unit stands twice
narrow = torch.relu(x @ W.T + b.T) @ V.T
wide = torch.relu(x @ twice[0].T + twice[1].T) @ (torch.cat([V, V], 1) / 2).T
print("same to 1e-5:", torch.allclose(narrow, wide, atol=1e-5))
# --8<-- [end:solution]
