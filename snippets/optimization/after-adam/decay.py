# kind: study
"""AdamW and Adam with L2 on few digits: test accuracy over rate and decay.

Prints CSV: one line per method, rate and decay with the median over ten seeds
of the test accuracy, and the lowest and the highest.
"""

# --8<-- [start:few]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, STEPS, BATCH = 10, 200, 50

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, test = torch.tensor(order[:150]), torch.tensor(order[150:])
X = torch.tensor(digits.data / 16, dtype=torch.float64)
t = torch.tensor(digits.target)


def outputs(weights, x):
    return torch.relu(x @ weights[0]) @ weights[1]


# --8<-- [end:few]

from chainrule.optim import AdamW


# --8<-- [start:decay]
def run(optimizer_class, lr, decay):
    """Test accuracy of ten networks 64-64-10 after 200 steps on 150 digits."""
    generator = torch.Generator().manual_seed(1)
    shapes = ((SEEDS, 64, 64), (SEEDS, 64, 10))
    given = {"generator": generator, "dtype": X.dtype}
    start = [torch.randn(s, **given) / 32**0.5 for s in shapes]
    weights = [w.requires_grad_() for w in start]
    optimizer = optimizer_class(weights, lr=lr, weight_decay=decay)
    for _ in range(STEPS):
        drawn = torch.randint(len(train), (SEEDS, BATCH), generator=generator)
        rows = train[drawn]
        optimizer.zero_grad()
        logits = outputs(weights, X[rows]).mT
        cross_entropy(logits, t[rows], reduction="sum").div(BATCH).backward()
        optimizer.step()
    with torch.no_grad():
        right = outputs(weights, X[test]).argmax(dim=2) == t[test]
    return right.float().mean(dim=1).numpy()


print("optimizer,lr,decay,accuracy,low,high")
for optimizer_class, decays in (
    (torch.optim.Adam, (0, 1e-4, 1e-3, 1e-2, 1e-1)),
    (AdamW, (0, 0.1, 0.3, 1, 3)),
):
    for lr in (0.003, 0.01, 0.03):
        for decay in decays:
            a = run(optimizer_class, lr, decay)
            shown = f"{np.median(a):.3f},{a.min():.3f},{a.max():.3f}"
            print(f"{optimizer_class.__name__},{lr},{decay},{shown}")
# --8<-- [end:decay]
