# kind: exact
"""After how many steps decay alone halves a weight."""

import torch

from chainrule.optim import AdamW

# --8<-- [start:solution]
for optimizer_class in (AdamW, torch.optim.Adam):
    for decay in (0.1, 1.0):
        w = torch.ones(1, requires_grad=True)
        optimizer = optimizer_class([w], lr=1e-3, weight_decay=decay)
        steps = 0
        while w.item() > 0.5:
            w.grad = torch.zeros(1)
            optimizer.step()
            steps += 1
        name = optimizer_class.__name__
        print(f"{name:5} decay {decay}: {steps} steps")
# --8<-- [end:solution]
