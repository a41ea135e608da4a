# kind: exact
"""The highest rate of the Transformer's schedule, for its two sizes."""

import torch

from chainrule.optim.lr_scheduler import NoamLR

# --8<-- [start:peak]
for d_model in (512, 1024):
    optimizer = torch.optim.Adam([torch.zeros(1)], lr=1.0)
    noam = NoamLR(optimizer, d_model)
    first, peak = noam.rate(0, 1.0), noam.rate(3999, 1.0)
    print(f"d = {d_model:4}  first {first:.2e}  highest {peak:.2e}")
# --8<-- [end:peak]
