# kind: exact
"""The same four operations in PyTorch."""

# --8<-- [start:graph]
import torch

s = torch.tensor(3.0, requires_grad=True)
r = torch.tensor(2.0, requires_grad=True)
p = s * r
q = s - 1
z = p * q
for x in (p, q, z):
    x.retain_grad()  # else only s and r, the leaves, keep theirs
z.backward()
for name, x in {"z": z, "p": p, "q": q, "r": r, "s": s}.items():
    print(f"{name} = {x.item():2g}   dz/d{name} = {x.grad.item():2g}")
# --8<-- [end:graph]
