# kind: exact
"""What dim and keepdim do, on the matrix of the page."""

# --8<-- [start:reductions]
import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print("sum(dim=0)", x.sum(dim=0).tolist())
print("sum(dim=1)", x.sum(dim=1).tolist())
rows = x.sum(dim=1, keepdim=True)
print("keepdim   ", rows.tolist(), tuple(rows.shape))
print("shares    ", (x / rows).sum(dim=1).tolist())
try:
    x / x.sum(dim=1)
except RuntimeError:
    print("without keepdim: (2, 3) and (2,) do not fit")
# --8<-- [end:reductions]
