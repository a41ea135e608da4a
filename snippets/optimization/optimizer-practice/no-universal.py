# kind: study
"""The same valley, along the axes or turned: which optimizer wins.

Prints CSV: for each the lowest loss over the rates, and its rate; for the
turned ones the median, lowest and highest loss over the rotations, the median
rate, and in how many of them Adam wins.
"""

# --8<-- [start:race]
import torch

TURNS, STEPS, RATES = 20, 200, [10 ** (k / 2) for k in range(-9, 3)]
widths = torch.logspace(0, 4, 8, dtype=torch.float64)  # curvatures 1 … 10⁴


def best(make, turns):
    """Lowest loss over all RATES, and its rate, for each of turns (n, 8, 8)."""
    losses = []
    for lr in RATES:
        w = turns.sum(dim=2).requires_grad_()  # from (1, …, 1), turned
        optimizer = make([w], lr)
        for _ in range(STEPS):
            across = torch.einsum("nij,ni->nj", turns, w.detach())
            w.grad = torch.einsum("nij,nj->ni", turns, widths * across)
            optimizer.step()
        across = torch.einsum("nij,ni->nj", turns, w.detach())
        losses.append((widths * across**2).sum(dim=1) / 2)
    lowest, at = torch.stack(losses).nan_to_num(nan=torch.inf).min(dim=0)
    return lowest, torch.tensor(RATES)[at]


RIVALS = {
    "SGD": torch.optim.SGD,
    "momentum": lambda w, lr: torch.optim.SGD(w, lr, momentum=0.9),
    "Adam": torch.optim.Adam,
}
draw = torch.Generator().manual_seed(0)
given = {"generator": draw, "dtype": torch.float64}
turned = torch.linalg.qr(torch.randn(TURNS, 8, 8, **given)).Q
turns = torch.cat([torch.eye(8, dtype=torch.float64)[None], turned])
found = {name: best(make, turns) for name, make in RIVALS.items()}
print("valley,optimizer,loss,lowest,highest,rate,ahead_of_momentum")
for valley, at in (("straight", slice(1)), ("turned", slice(1, None))):
    for name, (losses, rates) in found.items():
        loss, rate = losses[at], rates[at]
        ahead = (loss < found["momentum"][0][at]).sum()
        middle = f"{loss.median():.1e},{loss.min():.1e},{loss.max():.1e}"
        print(f"{valley},{name},{middle},{rate.median():.0e},{ahead}")
# --8<-- [end:race]
