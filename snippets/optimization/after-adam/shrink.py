# kind: study
"""What is left of a weight 1 after 1000 steps on noise of several sizes."""

import torch

from chainrule.optim import AdamW

# --8<-- [start:shrink]
sizes = torch.tensor([1e-3, 1e-2, 1e-1, 1.0, 10.0])
print("size of the gradients", *(f"{size:>12g}" for size in sizes))
for name, optimizer_class in (
    ("SGD, L2", torch.optim.SGD),
    ("Adam, L2", torch.optim.Adam),
    ("AdamW", AdamW),
):
    generator = torch.Generator().manual_seed(0)
    w = torch.ones(1000, len(sizes), requires_grad=True)  # a thousand runs
    optimizer = optimizer_class([w], lr=1e-3, weight_decay=0.1)
    for _ in range(1000):
        w.grad = sizes * torch.randn(w.shape, generator=generator)
        optimizer.step()
    middle, spread = w.detach().mean(dim=0), w.detach().std(dim=0)
    shown = (f"{m:.3f}±{s:.3f}" for m, s in zip(middle, spread, strict=True))
    print(f"{name:21}", *(f"{x:>12}" for x in shown))
# --8<-- [end:shrink]
