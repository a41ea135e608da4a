# kind: study, tested with SEEDS=2
"""Units that never fire: by learning rate, start and activation.

Two hidden layers of 32 units learn 1000 of the scanned digits for 300 steps
of plain descent. Prints CSV: the shares of the first and of the second hidden
layer whose input is at most 0 for each of the 1000 digits, before and after,
and the share of digits that is right after: mean, lowest, highest of the seeds.
"""

# --8<-- [start:setting]
from functools import partial

import numpy as np
from sklearn.datasets import load_digits

from chainrule.scratch.nn import (
    LeakyReLU,
    Linear,
    ReLU,
    Sequential,
    softmax,
)

SEEDS, STEPS, WIDTH = 4, 300, 32
RATES = [0.03, 0.1, 0.3, 1, 3]
images, digit = load_digits(return_X_y=True)
X, t = (images[:1000] / 16).astype(np.float32), digit[:1000]
T = np.eye(10, dtype=np.float32)[t]


def linear(rng, d, m, start, bias):
    """Networks side by side: each seed's start once for every rate."""
    W = np.sqrt(2 / d) * rng.normal(size=(SEEDS, m, d))  # He's
    b = np.zeros((SEEDS, m))
    if start == "default":  # torch's
        W, b = (rng.uniform(-1, 1, a.shape) / np.sqrt(d) for a in (W, b))
    sides = (np.tile(a.T, len(RATES)).T for a in (W, b + bias))
    return Linear.of(*(a.astype(np.float32) for a in sides))


# --8<-- [end:setting]


# --8<-- [start:train]
def train(make, start, bias):
    """Shares (5, rates, seeds): never on before and after, and right."""
    rng, sizes = np.random.default_rng(0), [64, WIDTH, WIDTH, 10]
    pairs = zip(sizes, sizes[1:], [bias, bias, 0], strict=False)
    one, two, last = (linear(rng, d, m, start, b) for d, m, b in pairs)
    hidden = Sequential(one, make()), Sequential(two, make())
    model = Sequential(*hidden, last)
    lr = np.repeat(RATES, SEEDS).astype(np.float32)

    def never_on():
        model.forward(X)
        inputs = one.forward(X), two.forward(hidden[0].forward(X))
        return [(z <= 0).all(axis=1).mean(axis=1) for z in inputs]

    before = never_on()
    for _ in range(STEPS):
        rows = rng.choice(1000, 50, replace=False)
        z = np.clip(model.forward(X[rows]), -1e4, 1e4)  # some diverge
        y = softmax(z)
        model.backward((y - T[rows]) / np.float32(50))
        for p, g in model.parameters():
            p -= lr.reshape(-1, *[1] * (p.ndim - 1)) * g
    right = (model.forward(X).argmax(axis=-1) == t).mean(axis=1)
    shares = np.array([*before, *never_on(), right])
    return shares.reshape(5, len(RATES), SEEDS)


# --8<-- [end:train]


def main():
    print("activation,start,lr,first0,second0,first,second,mean,low,high")
    kinds = (
        ("relu", ReLU),
        ("leaky 0.01", LeakyReLU),
        ("leaky 0.1", partial(LeakyReLU, 0.1)),
    )
    starts = ("default", 0), ("he", 0), ("he, bias -1.5", -1.5)
    for name, make in kinds:
        for start, bias in starts:
            kind = start.partition(",")[0]
            with np.errstate(all="ignore"):
                shares = train(make, kind, bias)
            for k, lr in enumerate(RATES):
                *dead, right = shares[:, k]
                cells = [*(d.mean() for d in dead), right.mean()]
                cells += [right.min(), right.max()]
                label = f'"{start}"'
                print(name, label, lr, *(f"{c:.3f}" for c in cells), sep=",")


if __name__ == "__main__":
    main()
