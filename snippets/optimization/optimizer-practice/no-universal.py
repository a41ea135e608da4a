# kind: study
"""Two valleys of the same shape; turned, another optimizer wins."""

# --8<-- [start:race]
import torch

STEPS, RATES = 200, [10 ** (k / 2) for k in range(-8, 3)]
widths = torch.logspace(0, 4, 8, dtype=torch.float64)  # curvatures 1 … 10⁴


def best(make, turn):
    """Lowest loss after STEPS steps over all RATES, and its rate."""
    found = []
    for lr in RATES:
        w = (turn @ torch.ones(8, dtype=torch.float64)).requires_grad_()
        optimizer = make([w], lr)
        for _ in range(STEPS):
            w.grad = turn @ (widths * (turn.T @ w.detach()))
            optimizer.step()
        final = (widths * (turn.T @ w.detach()) ** 2).sum().item() / 2
        found.append((final if final == final else float("inf"), lr))
    return min(found)


RIVALS = {
    "SGD": torch.optim.SGD,
    "momentum": lambda w, lr: torch.optim.SGD(w, lr, momentum=0.9),
    "Adam": torch.optim.Adam,
}
torch.manual_seed(0)
straight = torch.eye(8, dtype=torch.float64)
turned = torch.linalg.qr(torch.randn(8, 8, dtype=torch.float64)).Q
for valley, turn in (("straight", straight), ("turned", turned)):
    for name, make in RIVALS.items():
        loss, lr = best(make, turn)
        print(f"{valley:<9}{name:<9} loss {loss:.1e} at lr {lr:.0e}")
# --8<-- [end:race]
