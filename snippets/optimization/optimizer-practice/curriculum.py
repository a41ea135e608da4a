# kind: study
"""Easy digits first, hard ones first, a random order, or all from the start.

Prints CSV: for clean and partly wrong labels, each order and several steps,
median, lowest and highest test accuracy of ten networks that train at
once. The rate is chosen for each order on held-out data.
"""

# --8<-- [start:difficulty]
import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from torch.nn.functional import cross_entropy

SEEDS, STEPS, BATCH, HIDDEN = 10, 120, 50, 32
SHOWN, RATES, WRONG = (10, 20, 40, 80, 120), (0.1, 0.3, 1.0, 3.0), 0.3

torch.set_num_threads(1)  # matrices this small gain nothing from more
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, held_out, test = order[:1000], order[1000:1400], order[1400:]
X = torch.tensor(digits.data / 16, dtype=torch.float32)
t = torch.tensor(digits.target)


def difficulty(labels):
    """How improbable each training label is to a model not shown it."""
    teacher = LogisticRegression(C=0.1, max_iter=1000)
    x = X[train].numpy()
    seen = cross_val_predict(teacher, x, labels, cv=5, method="predict_proba")
    return 1 - seen[np.arange(len(labels)), labels]


# --8<-- [end:difficulty]


# --8<-- [start:run]
def open_to(step, n):
    """How many samples are in play: a fifth at first, all at half-time."""
    return int(n * min(1, 0.2 + 0.8 * step / (STEPS / 2)))


def run(ranks, labels, lr, paced=True):
    """Held-out and test accuracy, (SHOWN, SEEDS); ranks (SEEDS, 1000)."""
    x, generator = X[train], torch.Generator().manual_seed(0)
    weights = [
        torch.randn(SEEDS, *s, generator=generator)
        .mul((2 / s[0]) ** 0.5)
        .requires_grad_()
        for s in ((64, HIDDEN), (HIDDEN, 10))
    ]
    optimizer = torch.optim.SGD(weights, lr=lr)
    history = []
    for step in range(1, STEPS + 1):
        n = open_to(step, len(train)) if paced else len(train)
        drawn = torch.randint(n, (SEEDS, BATCH), generator=generator)
        rows = ranks.gather(1, drawn)
        logits = outputs(weights, x[rows]).flatten(0, 1)
        loss = cross_entropy(logits, labels[rows].flatten(), reduction="sum")
        optimizer.zero_grad()
        (loss / BATCH).backward()
        optimizer.step()
        if step in SHOWN:
            history.append(
                [accuracy(weights, held_out), accuracy(weights, test)]
            )
    return [torch.stack(x).numpy() for x in zip(*history, strict=True)]


def outputs(weights, x):
    return torch.relu(x @ weights[0]) @ weights[1]


@torch.no_grad()
def accuracy(weights, rows):
    return (outputs(weights, X[rows]).argmax(2) == t[rows]).float().mean(1)


# --8<-- [end:run]


def main():
    print("labels,order,lr,step,accuracy,low,high")
    rng = np.random.default_rng(1)
    clean = digits.target[train]
    wrong = rng.random(len(train)) < WRONG
    noisy = np.where(wrong, rng.integers(0, 10, len(train)), clean)
    for kind, labels in (("clean", clean), ("noisy", noisy)):
        easy = torch.tensor(difficulty(labels)).argsort().expand(SEEDS, -1)
        chance = torch.tensor(
            rng.permuted(np.tile(np.arange(1000), (SEEDS, 1)), axis=1)
        )
        orders = {
            "all": (easy, False),
            "easy": (easy, True),
            "random": (chance, True),
            "hard": (easy.flip(1), True),
        }
        for name, (ranks, paced) in orders.items():
            runs = {
                lr: run(ranks, torch.tensor(labels), lr, paced) for lr in RATES
            }
            best = max(RATES, key=lambda lr: runs[lr][0][-1].mean())
            for step, found in zip(SHOWN, runs[best][1], strict=True):
                shown = (np.median(found), found.min(), found.max())
                print(
                    f"{kind},{name},{best},{step},"
                    + ",".join(f"{x:.3f}" for x in shown)
                )


main()
