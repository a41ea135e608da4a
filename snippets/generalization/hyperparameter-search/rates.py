# kind: study, tested with SEEDS=3
"""The rates that the range test suggests, beside a hundred steps at each rate.

Prints CSV: what (steps: a hundred steps at a constant rate; tenth, steepest: a
rule of the range test), rate (of the rules the median over ten networks), the
median, lowest and highest validation loss after a hundred steps, and the lowest
and highest rate.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy

from chainrule.training import evaluate, find_lr

SEEDS = 10
RATES = 0.001, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0

torch.set_num_threads(1)  # on matrices this small a second one only waits
X, t = load_digits(return_X_y=True)
X, t = torch.tensor(X / 16, dtype=torch.float32), torch.tensor(t)
order = torch.tensor(np.random.default_rng(0).permutation(len(t)))
train, valid = order[:1000], order[1000:]
valid_set = [(X[valid], t[valid])]


def network(seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))


# --8<-- [end:data]
# --8<-- [start:study]
def batches(seed, steps):
    generator = torch.Generator().manual_seed(seed)
    for _ in range(steps):
        rows = train[torch.randint(1000, (50,), generator=generator)]
        yield X[rows], t[rows]


def after_steps(seed, lr, steps=100):
    """Validation loss after so many steps at a constant rate."""
    model = network(seed)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for x, target in batches(seed, steps):
        optimizer.zero_grad()
        cross_entropy(model(x), target).backward()
        optimizer.step()
    return evaluate(model, cross_entropy, valid_set)["loss"]


def suggested(seed, rule):
    model = network(seed)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)

    def loss_of(batch):
        return cross_entropy(model(batch[0]), batch[1])

    pairs = [*batches(seed, 100)]
    span = {"start": 1e-3, "end": 100.0, "steps": 200}
    return find_lr(model, optimizer, loss_of, pairs, rule=rule, **span).lr


# --8<-- [end:study]
def main():
    print("what,rate,loss,low,high,rate_low,rate_high")
    seeds = range(SEEDS)
    for what in ("steps", "tenth", "steepest"):
        for rate in RATES if what == "steps" else (None,):
            rates = [rate or suggested(seed, what) for seed in seeds]
            losses = [*map(after_steps, seeds, rates)]
            cells = np.median(losses), min(losses), max(losses)
            ends = f"{min(rates):.3g}", f"{max(rates):.3g}"
            cells = [f"{cell:.3f}" for cell in cells]
            print(what, f"{np.median(rates):.3g}", *cells, *ends, sep=",")


if __name__ == "__main__":
    main()
