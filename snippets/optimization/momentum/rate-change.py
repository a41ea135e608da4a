# kind: exact
"""The rate falls to a tenth: the notes' form coasts on, torch's brakes."""

from chainrule.optim import Momentum, TorchMomentum

# --8<-- [start:change]
import torch


def follow(optimizer_class, **options):
    """Movements under a gradient of 1; the rate falls after 30 steps."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=0.1, momentum=0.9, **options)
    movements = []
    for t in range(50):
        if t == 30:
            optimizer.param_groups[0]["lr"] = 0.01
        before, w.grad = w.item(), torch.ones_like(w)
        optimizer.step()
        movements.append(w.item() - before)
    return movements


for name, moves in (
    ("Momentum", follow(Momentum)),
    ("TorchMomentum", follow(TorchMomentum)),
    ("torch.optim.SGD", follow(torch.optim.SGD)),
):
    shown = "  ".join(f"{moves[t - 1]:+.4f}" for t in (30, 31, 40, 50))
    print(f"{name:15}  {shown}")
# --8<-- [end:change]
