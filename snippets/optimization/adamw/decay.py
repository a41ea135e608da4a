# kind: study
"""AdamW and Adam with L2 on few digits: test accuracy over rate and decay.

Prints CSV: one line per method, rate and decay with the median over the seeds
of the test accuracy, and the lowest and the highest.
"""

# --8<-- [start:few]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, STEPS, BATCH, HIDDEN = 10, 60, 50, 32

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, test = torch.tensor(order[:150]), torch.tensor(order[150:])
X = torch.tensor(digits.data / 16, dtype=torch.float32)
t = torch.tensor(digits.target)


def outputs(weights, x):
    return torch.relu(x @ weights[0]) @ weights[1]


# --8<-- [end:few]

from chainrule.optim import AdamW


# --8<-- [start:decay]
def run(optimizer_class, lr, decay):
    """Test accuracy of SEEDS networks 64-32-10 after STEPS steps."""
    generator = torch.Generator().manual_seed(1)
    start = [
        torch.randn(SEEDS, *s, generator=generator) * (2 / s[0]) ** 0.5
        for s in ((64, HIDDEN), (HIDDEN, 10))
    ]
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


print("form,lr,decay,accuracy,low,high")
for form, optimizer_class, decays in (
    ("none", torch.optim.Adam, (0,)),
    ("L2", torch.optim.Adam, (1e-3, 1e-2, 1e-1)),
    ("AdamW", AdamW, (0.1, 1, 3)),
):
    for lr in (0.01, 0.03, 0.1):
        for decay in decays:
            a = run(optimizer_class, lr, decay)
            shown = f"{np.median(a):.3f},{a.min():.3f},{a.max():.3f}"
            print(f"{form},{lr},{decay},{shown}")
# --8<-- [end:decay]
