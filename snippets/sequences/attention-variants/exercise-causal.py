# kind: exact
"""Causal linear attention is a recurrent network."""

# --8<-- [start:solution]
import torch

torch.manual_seed(0)
Q, K, V = torch.rand(3, 6, 4, dtype=torch.float64)
A = (Q @ K.T).tril()  # the past alone
at_once = (A @ V) / A.sum(1, keepdim=True)

S, z, steps = torch.zeros(4, 4), torch.zeros(4), []
for q, k, v in zip(Q, K, V, strict=True):
    S, z = S + torch.outer(k, v), z + k  # the whole memory
    steps.append((q @ S) / (q @ z))
print("step by step the same:", torch.allclose(torch.stack(steps), at_once))
# --8<-- [end:solution]
