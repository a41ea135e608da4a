# kind: study
"""What is left of a weight 1 after 1000 steps on noise of several sizes."""

import torch

from chainrule.optim import AdamW

# --8<-- [start:shrink]
RUNS = 300
sizes = torch.tensor([1e-3, 1e-2, 1e-1, 1.0, 10.0])
print("method,size,left,spread")
for name, optimizer_class in (
    ("SGD with L2", torch.optim.SGD),
    ("Adam with L2", torch.optim.Adam),
    ("AdamW", AdamW),
):
    generator = torch.Generator().manual_seed(0)
    w = torch.ones(RUNS, len(sizes), requires_grad=True)
    optimizer = optimizer_class([w], lr=1e-3, weight_decay=0.1)
    for _ in range(1000):
        w.grad = sizes * torch.randn(w.shape, generator=generator)
        optimizer.step()
    left, spread = w.detach().mean(dim=0), w.detach().std(dim=0)
    for row in zip(sizes, left, spread, strict=True):
        size, middle, around = (x.item() for x in row)
        print(f"{name},{size:g},{middle:.3f},{around:.3f}")
# --8<-- [end:shrink]
