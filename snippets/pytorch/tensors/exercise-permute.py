# kind: exact
"""Exercise: strides of a permuted tensor by hand."""

# --8<-- [start:solution]
import torch

u = torch.arange(24).reshape(2, 3, 4)
p = u.permute(2, 0, 1)
print(u.stride(), p.stride(), tuple(p.shape), p.is_contiguous())
print("p[3, 1, 2] =", p[3, 1, 2].item())
# --8<-- [end:solution]
