# kind: study, tested with SEEDS=4 RATES=(0.3,3.0) STEPS=200
"""Six layers on handwritten digits, with and without batch normalization.

Prints CSV: activation, norm (none, batch), rate; the median, lowest and
highest test accuracy of the networks. All networks of a kind train at once, as
one batch of matrices.
"""

# --8<-- [start:data]
from itertools import pairwise

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.nn import BatchNorm1d

SEEDS, WIDTH, HIDDEN, STEPS, BATCH = 10, 32, 5, 300, 50
RATES = 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, test = torch.tensor(order).split([1000, 797])
X = torch.tensor(digits.data / 16, dtype=torch.float32)
X, t = X - X[train].mean(0), torch.tensor(digits.target)
# --8<-- [end:data]


# --8<-- [start:networks]
class Networks(torch.nn.Module):
    """Networks side by side; logits (networks, N, 10) for x (N, 64)."""

    def __init__(self, f, gain, norm, generator):
        super().__init__()
        self.f, self.weights = f, torch.nn.ParameterList()
        self.behind = torch.nn.ModuleList()
        for n_in, n_out in pairwise([64, *[WIDTH] * HIDDEN, 10]):
            W = torch.randn(SEEDS, n_out, n_in, generator=generator)
            W = W.repeat(len(RATES), 1, 1)  # each rate has the same starts
            self.weights.append(W * gain / n_in**0.5)
            # a feature of each network is one feature: nothing is shared
            normed = norm == "batch" and n_out == WIDTH
            kind = BatchNorm1d if normed else Shift
            self.behind.append(kind(len(W) * n_out))

    def forward(self, x):
        layers = zip(self.weights, self.behind, strict=True)
        for depth, (W, behind) in enumerate(layers):
            u = (self.f(x) if depth else x) @ W.mT
            flat = behind(u.movedim(0, 1).flatten(1))  # a row a sample
            x = flat.unflatten(1, (len(W), -1)).movedim(1, 0)
        return x


class Shift(torch.nn.Module):
    """A bias, and nothing else."""

    def __init__(self, features):
        super().__init__()
        self.bias = torch.nn.Parameter(torch.zeros(features))

    def forward(self, x):
        return x + self.bias


def accuracies(f, gain, norm):
    """Test accuracies (rates, SEEDS)."""
    generator = torch.Generator().manual_seed(0)
    networks = Networks(f, gain, norm, generator)
    rates = torch.tensor(RATES).repeat_interleave(SEEDS)
    optimizer = torch.optim.SGD(networks.parameters(), lr=1)
    for _ in range(STEPS):
        rows = train[torch.randint(len(train), (BATCH,), generator=generator)]
        logits = networks(X[rows]).mT
        targets = t[rows].expand(len(logits), -1)
        losses = cross_entropy(logits, targets, reduction="none").mean(1)
        optimizer.zero_grad()
        (rates * losses).sum().backward()  # to each network its own rate
        optimizer.step()
    networks.eval()
    with torch.no_grad():
        right = networks(X[test]).argmax(2) == t[test]
    return right.float().mean(1).view(-1, SEEDS).numpy()


# --8<-- [end:networks]


def main():
    print("activation,norm,rate,accuracy,low,high")
    for f, gain in ((torch.sigmoid, 1), (torch.relu, 2**0.5)):
        for norm in ("none", "batch"):
            found = accuracies(f, gain, norm)
            for rate, a in zip(RATES, found, strict=True):
                shown = [f"{x:.3f}" for x in (np.median(a), a.min(), a.max())]
                print(f.__name__, norm, rate, *shown, sep=",")


main()
