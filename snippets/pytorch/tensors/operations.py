# kind: exact
"""The tensors of the tables; the tests evaluate each cell with them."""

# --8<-- [start:setup]
import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
y = torch.tensor([[9.0, 8.0, 7.0], [6.0, 5.0, 4.0]])
v = torch.tensor([1.0, -1.0, 2.0])
s = torch.arange(30.0).reshape(5, 2, 3)  # five matrices
i = torch.tensor([1, 1, 0])
j = torch.tensor([[2], [0]])
print(*(tuple(a.shape) for a in (x, y, v, s, i, j)))
# --8<-- [end:setup]
