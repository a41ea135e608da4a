# kind: exact
"""Two images of 2 x 2, classes 0 and 1, mixed in two ways."""

# --8<-- [start:mixing]
import torch

from chainrule.data.transforms import cutmix, mixup

x = torch.stack([torch.zeros(1, 2, 2), torch.full((1, 2, 2), 8.0)])
t = torch.eye(2)  # class 0 and class 1
for name, (mixed, target) in {
    "mixup": mixup(x, t, lam=0.75),
    "cutmix": cutmix(x, t, box=(0, 1, 2, 1)),
}.items():
    print(f"{name:7}", mixed[0].flatten().tolist(), target[0].tolist())
# --8<-- [end:mixing]
