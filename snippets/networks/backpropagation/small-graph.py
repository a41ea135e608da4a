# kind: exact
"""Four operations, one number used twice."""

# --8<-- [start:graph]
from chainrule.scratch.autograd import Tensor

s, r = Tensor(3.0, requires_grad=True), Tensor(2.0, requires_grad=True)
p = s * r
q = s - 1
z = p * q
z.backward(retain_graph=True)
for name, x in {"z": z, "p": p, "q": q, "r": r, "s": s}.items():
    print(f"{name} = {x.item():2g}   dz/d{name} = {x.grad.item():2g}")
# --8<-- [end:graph]
