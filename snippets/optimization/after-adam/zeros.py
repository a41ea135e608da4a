# kind: study
"""Gradients that are exactly 0 in Adam's first steps on a deep network.

Prints CSV: for each rate, with warm-up or without, their share among all
weights of five networks at steps 1, 5 and 10. Then what the
figure shows: shares of the sizes in bins, four for each power of ten.
"""

# --8<-- [start:zeros]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, SHOWN = 5, (1, 5, 10)

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))[:1000]
X = torch.tensor(digits.data[order] / 16, dtype=torch.float32)
t = torch.tensor(digits.target[order])


def gradients(lr, ramp):
    """Sizes of the gradients of all weights, by step."""
    generator = torch.Generator().manual_seed(1)
    start = [
        torch.randn(SEEDS, 64, n, generator=generator) / 32**0.5
        for n in [64] * 6 + [10]
    ]
    weights = [w.requires_grad_() for w in start]
    optimizer = Adam(weights, lr=lr)
    for step in range(1, max(SHOWN) + 1):
        if ramp:
            optimizer.param_groups[0]["lr"] = lr * step / 100
        rows = torch.randint(1000, (SEEDS, 50), generator=generator)
        optimizer.zero_grad()
        h = X[rows]
        for w in weights[:-1]:
            h = torch.relu(h @ w)
        logits = (h @ weights[-1]).mT
        cross_entropy(logits, t[rows], reduction="sum").div(50).backward()
        if step in SHOWN:
            yield step, torch.cat([w.grad.flatten() for w in weights]).abs()
        optimizer.step()


# --8<-- [end:zeros]

from chainrule.optim import Adam


def main():
    edges = [10.0**k for k in np.arange(-7, 0.1, 0.25)]
    columns = ",".join(f"bin_{n}" for n in range(len(edges) - 1))
    print(f"lr,start,step,zeros,{columns}")
    for lr, ramp in ((0.003, 0), (0.01, 0), (0.03, 0), (0.03, 1)):
        for step, sizes in gradients(lr, ramp):
            zeros = (sizes == 0).float().mean().item()
            counts = np.histogram(sizes.numpy(), edges)[0] / len(sizes)
            shown = ",".join(f"{x:.4f}" for x in counts)
            name = "ramp" if ramp else "full"
            print(f"{lr},{name},{step},{zeros:.3f},{shown}")


main()
