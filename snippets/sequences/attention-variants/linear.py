# kind: exact
"""Without the softmax, brackets may move."""

# --8<-- [start:linear]
import torch
from torch.nn.functional import elu

torch.manual_seed(0)
T, E = 1000, 16
Q, K, V = torch.randn(3, T, E, dtype=torch.float64)
Q, K = elu(Q) + 1, elu(K) + 1  # positive, like e to the power of a score

A = Q @ K.T  # T x T
slow = (A @ V) / A.sum(1, keepdim=True)
S = K.T @ V  # E x E
quick = (Q @ S) / (Q @ K.sum(0))[:, None]
print("the same numbers:", torch.allclose(slow, quick))
print(f"products: {2 * T * T * E:,} or {2 * T * E * E:,}")
# --8<-- [end:linear]
