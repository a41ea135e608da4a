# kind: study, tested with SEEDS=4
"""Faults that people make, and which of two checks finds them.

Prints CSV: fault, networks; the median loss before training, the lowest and
highest; in how many of the networks the first check finds the fault; the median
loss after learning twenty samples by heart; in how many the second finds it.
"""

# --8<-- [start:network]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy, nll_loss

from chainrule.training import check_initial_loss, overfit_small_batch

SEEDS = 10

torch.set_num_threads(1)  # on matrices this small a second one only waits
X, t = load_digits(return_X_y=True)
X, t = torch.tensor(X / 16, dtype=torch.float32), torch.tensor(t)
order = np.random.default_rng(0).permutation(len(t))


def network(seed, outputs=10):
    torch.manual_seed(seed)
    layers = nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, outputs)
    return nn.Sequential(*layers)


def sgd(lr):
    return lambda parameters: torch.optim.SGD(parameters, lr=lr)


# --8<-- [end:network]
# --8<-- [start:wrong]
class Forgetful(torch.optim.SGD):
    """Its user forgot zero_grad."""

    def zero_grad(self, set_to_none=True):
        pass


def large_weights(seed):
    model = network(seed)
    for w in model.parameters():
        nn.init.normal_(w)
    return model


def frozen(seed, layers):
    """The first tensors of parameters never change, by mistake."""
    model = network(seed)
    for w in [*model.parameters()][:layers]:
        w.requires_grad_(False)
    return model


def summed(y, t):
    return cross_entropy(y, t, reduction="sum")


# --8<-- [end:wrong]
# --8<-- [start:faults]
HALF = sgd(0.5)
FAULTS = {
    "none": {},
    "pixels-to-255": {"X": 255 * X},
    "large-weights": {"model": large_weights},
    "100-outputs": {"model": lambda seed: network(seed, 100)},
    "sum": {"loss": summed},
    "no-logarithm": {"loss": lambda y, t: nll_loss(y.softmax(1), t)},
    "softmax-twice": {"loss": lambda y, t: cross_entropy(y.softmax(1), t)},
    "last-relu": {
        "model": lambda seed: network(seed).append(nn.ReLU()),
    },
    "first-layer-frozen": {"model": lambda seed: frozen(seed, 2)},
    "weights-frozen": {"model": lambda seed: frozen(seed, 3)},
    "no-zero-grad": {"make": lambda w: Forgetful(w, lr=0.5)},
    "rate-times-100": {"make": sgd(50)},
    "rate-by-1000": {"make": sgd(0.0005)},
    "labels-shuffled": {"t": t[order]},
}
# --8<-- [end:faults]


# --8<-- [start:study]
def both(seed, *, X=X, t=t, model=network, loss=cross_entropy, make=HALF):
    """What the two checks say: loss, found, loss, found."""
    made = model(seed)
    batches = [*zip(X.split(100), t.split(100), strict=True)]
    first = check_initial_loss(made, loss, batches, 10)
    rows = torch.randperm(len(X))[:20]
    small, how = (X[rows], t[rows]), {"below": 0.05, "steps": 150}
    second = overfit_small_batch(made, loss, make, small, **how, progress=False)
    return first.loss, not first.ok, second.losses[-1], not second.ok


def main():
    print("fault,networks,loss,low,high,first,end,second")
    for fault, options in FAULTS.items():
        found = [both(seed, **options) for seed in range(SEEDS)]
        loss, first, end, second = np.array(found, dtype=float).T
        start = np.median(loss), loss.min(), loss.max()
        cells = [f"{cell:.2f}" for cell in start]
        cells += [f"{first.sum():.0f}", f"{np.median(end):.3f}"]
        print(fault, SEEDS, *cells, f"{second.sum():.0f}", sep=",")


# --8<-- [end:study]
if __name__ == "__main__":
    main()
