# kind: study
"""Five digits from few samples: from scratch, or from trained weights.

Prints CSV: for each way and number of samples of a class, median, lowest and
highest test accuracy of ten networks that train at once, each on samples
of its own. The rate is chosen for each case on held-out data.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, STEPS, HIDDEN = 10, 50, 32
RATES, SAMPLES = (3e-3, 1e-2, 3e-2, 0.1), (1, 5, 40)

torch.set_num_threads(1)  # matrices this small gain nothing from more
digits = load_digits()
t = torch.tensor(digits.target)
X = torch.tensor(digits.images / 16, dtype=torch.float32)
moved = ((X + X.roll(1, 2)) / 2).flatten(1)  # half a pixel to the right
X = X.flatten(1)

order = torch.tensor(np.random.default_rng(0).permutation(len(t)))
others, ours = order[t[order] < 5], order[t[order] >= 5]
pool, held_out, test, kin = ours.split([300, 150, 200, 246])
# --8<-- [end:data]


# --8<-- [start:train]
def start(generator):
    """SEEDS networks 64-32-5, from He's initialization."""
    return [
        torch.randn(SEEDS, *s, generator=generator) * (2 / s[0]) ** 0.5
        for s in ((64, HIDDEN), (HIDDEN, 5))
    ]


def outputs(weights, x):
    """x (N, 64) or (SEEDS, N, 64) -> logits (SEEDS, N, 5)."""
    return torch.relu(x @ weights[0]) @ weights[1]


def train(weights, x, labels, lr, frozen=0):
    """STEPS steps of Adam; the first layers may stay as they are."""
    weights = [w.clone() for w in weights]
    optimizer = torch.optim.Adam(
        [w.requires_grad_() for w in weights[frozen:]], lr=lr
    )
    labels = labels.expand(SEEDS, -1).flatten() % 5  # 5 to 9, or 0 to 4
    for _ in range(STEPS):
        optimizer.zero_grad()
        logits = outputs(weights, x).flatten(0, 1)
        loss = cross_entropy(logits, labels, reduction="sum")
        (loss * SEEDS / len(labels)).backward()
        optimizer.step()
    return [w.detach() for w in weights]


def accuracy(weights, rows):
    right = outputs(weights, X[rows]).argmax(2) == t[rows] % 5
    return right.float().mean(1)


# --8<-- [end:train]


def sample(n, generator):
    """n samples of each class for each seed: rows (SEEDS, 5 n)."""
    drawn = []
    for digit in range(5, 10):
        own = pool[t[pool] == digit]
        chance = torch.rand(SEEDS, len(own), generator=generator)
        drawn.append(own[chance.argsort(1)[:, :n]])
    return torch.cat(drawn, 1)


def main():
    print("start,samples,lr,accuracy,low,high")
    generator = torch.Generator().manual_seed(0)
    fresh = start(generator)
    from_others = train(fresh, X[others], t[others], 1e-2)
    from_kin = train(fresh, moved[kin], t[kin], 1e-2)
    head = start(generator)[1]
    ways = {
        "scratch": (start(generator), 0),
        "other digits": ([from_others[0], head], 0),
        "moved digits": (from_kin, 0),
        "moved digits frozen": (from_kin, 1),
    }
    found = accuracy(from_kin, test)
    untouched = f"{found.median():.3f},{found.min():.3f},{found.max():.3f}"
    print(f"moved digits,0,,{untouched}")
    for n in SAMPLES:
        rows = sample(n, generator)
        for way, (weights, frozen) in ways.items():
            made = {
                lr: train(weights, X[rows], t[rows], lr, frozen) for lr in RATES
            }
            best = max(
                RATES,
                key=lambda lr, made=made: accuracy(made[lr], held_out).mean(),
            )
            found = accuracy(made[best], test).numpy()
            shown = (np.median(found), found.min(), found.max())
            print(f"{way},{n},{best}," + ",".join(f"{x:.3f}" for x in shown))


main()
