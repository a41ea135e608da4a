# kind: study, tested with SEEDS=4 DECAYS=(10,) DROPPED=(0.5,)
"""Weight decay, dropout and early stopping on digits, some labels wrong.

Prints CSV: wrong, the share of wrong labels; method and its strength; the
median, lowest and highest test accuracy after the last step, and with the
weights at the lowest validation loss; the median step of these; the median
accuracy if dropout stays on. All networks of a kind train side by side.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.nn import Dropout
from chainrule.optim import AdamW

SEEDS, TRAIN, VALID, WIDTH, STEPS, EVERY = 10, 150, 150, 64, 200, 10
DECAYS, DROPPED = (3, 10, 30), (0.2, 0.5, 0.8)

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()


def samples(wrong):
    """Inputs (SEEDS, 800, 64) and labels; of the first 300 some are wrong."""
    xs, ts = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        rows = rng.permutation(len(digits.data))[:800]
        t = digits.target[rows]
        chosen = rng.random(TRAIN + VALID) < wrong
        other = (t + rng.integers(1, 10, size=len(t))) % 10
        t[: TRAIN + VALID][chosen] = other[: TRAIN + VALID][chosen]
        xs.append(digits.data[rows] / 16)
        ts.append(t)
    x = torch.tensor(np.array(xs), dtype=torch.float32)
    return x - x[:, :TRAIN].mean((0, 1)), torch.tensor(np.array(ts))


# --8<-- [end:data]


# --8<-- [start:train]
class Networks(torch.nn.Module):
    """Networks side by side; logits (SEEDS, N, 10) for x (SEEDS, N, 64)."""

    def __init__(self, p):
        super().__init__()
        torch.manual_seed(0)
        sizes = (64, WIDTH), (WIDTH, WIDTH), (WIDTH, 10)
        self.W = torch.nn.ParameterList(
            torch.randn(SEEDS, i, o) * (2 / i) ** 0.5 for i, o in sizes
        )
        self.b = torch.nn.ParameterList(
            torch.zeros(SEEDS, 1, o) for _, o in sizes
        )
        self.drop = Dropout(p)

    def forward(self, x):
        for W, b in zip(self.W[:2], self.b[:2], strict=True):
            x = self.drop(torch.relu(x @ W + b))
        return x @ self.W[2] + self.b[2]


def losses(y, t):
    """The mean cross-entropy of each network (SEEDS,)."""
    return cross_entropy(y.mT, t, reduction="none").mean(1)


def right(y, t):
    return (y.argmax(2) == t).float().mean(1)


def train(wrong, decay=0.0, p=0.0):
    """Accuracy at the end, and at the lowest validation loss; its step.

    All (SEEDS,); then the accuracy at the end with dropout left on.
    """
    x, t = samples(wrong)
    cuts = [TRAIN, VALID, x.shape[1] - TRAIN - VALID]
    (x, held, test), (t, held_t, test_t) = x.split(cuts, 1), t.split(cuts, 1)
    model = Networks(p)
    groups = [
        {"params": [*model.W], "weight_decay": decay},
        {"params": [*model.b], "weight_decay": 0.0},
    ]
    optimizer = AdamW(groups, lr=0.003)
    valid, accuracy = [], []
    for step in range(STEPS + 1):
        if step % EVERY == 0:
            with torch.no_grad():
                model.eval()
                valid.append(losses(model(held), held_t).numpy())
                accuracy.append(right(model(test), test_t).numpy())
                model.train()
        optimizer.zero_grad()
        losses(model(x), t).sum().backward()
        optimizer.step()
    best = np.argmin(valid, axis=0)
    stopped = np.array(accuracy)[best, range(SEEDS)]
    with torch.no_grad():
        forgotten = right(model(test), test_t).numpy()
    return accuracy[-1], stopped, best * EVERY, forgotten


# --8<-- [end:train]


# --8<-- [start:study]
def main():
    print("wrong,method,strength,end,low,high,stopped,slow,shigh,step,on")
    ways = [("none", 0, {})]
    ways += [("decay", decay, {"decay": decay}) for decay in DECAYS]
    ways += [("dropout", p, {"p": p}) for p in DROPPED]
    for wrong in (0.0, 0.4):
        for name, strength, given in ways:
            end, stopped, step, on = train(wrong, **given)
            cells = [
                f(a) for a in (end, stopped) for f in (np.median, min, max)
            ]
            shown = [f"{x:.3f}" for x in cells]
            last = f"{np.median(step):.0f},{np.median(on):.3f}"
            print(wrong, name, strength, *shown, last, sep=",")


# --8<-- [end:study]
if __name__ == "__main__":
    main()
