# kind: study, tested with SEEDS=5
"""Adam and SGD with momentum on handwritten digits: ten seeds, tuned rates.

Once on pixels alike, once with each in a unit of its own. Prints CSV: for each
optimizer and epoch the median over the seeds and the lowest and highest value
of the training loss and of the test accuracy. The ten networks of a run train
at once, as one batch of matrices.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, EPOCHS, BATCH = 10, 10, 50

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, held_out, test = order[:1000], order[1000:1400], order[1400:]
X = torch.tensor(digits.data / 16, dtype=torch.float32)
t = torch.tensor(digits.target)
# The same pixels again, each in a unit of its own, from 1/100 to 100.
units = 10 ** (4 * np.random.default_rng(1).random(64) - 2)
INPUTS = {"alike": X, "own units": X * torch.tensor(units).float()}
# --8<-- [end:data]

from chainrule.optim import Adam, Momentum

RATES = {
    Adam: (3e-3, 1e-2, 3e-2, 1e-1),
    Momentum: (1e-3, 3e-3, 1e-2, 1e-1, 3e-1, 1.0),
}


# --8<-- [start:network]
def networks(generator):
    """Weights of SEEDS networks 64-64-10: each its own start, He scaled."""
    sizes = [(64, 64), (64, 10)]
    return [
        torch.randn(SEEDS, *s, generator=generator) * (2 / s[0]) ** 0.5
        for s in sizes
    ]


def outputs(weights, x):
    """x (N, 64) or (SEEDS, N, 64) -> logits (SEEDS, N, 10)."""
    return torch.relu(x @ weights[0]) @ weights[1]


def losses(weights, x, targets):
    logits = outputs(weights, x)
    targets = targets.expand(logits.shape[:2])
    return cross_entropy(logits.mT, targets, reduction="none").mean(dim=1)


def accuracy(weights, x, targets):
    hit = outputs(weights, x).argmax(dim=2) == targets
    return hit.float().mean(dim=1)


# --8<-- [end:network]


# --8<-- [start:run]
def run(optimizer_class, lr, x):
    """Training loss, held-out and test accuracy: each (EPOCHS, SEEDS)."""
    generator = torch.Generator().manual_seed(1)
    weights = [w.requires_grad_() for w in networks(generator)]
    optimizer = optimizer_class(weights, lr=lr)
    history = []
    for _ in range(EPOCHS):
        # Every seed shuffles on its own.
        shuffled = torch.rand(SEEDS, len(train), generator=generator)
        rows = torch.tensor(train)[shuffled.argsort(dim=1)]
        for batch in rows.split(BATCH, dim=1):
            optimizer.zero_grad()
            losses(weights, x[batch], t[batch]).sum().backward()
            optimizer.step()
        with torch.no_grad():
            rated = [accuracy(weights, x[i], t[i]) for i in (held_out, test)]
            history.append([losses(weights, x[train], t[train]), *rated])
    return [
        torch.stack(column).numpy() for column in zip(*history, strict=True)
    ]


# --8<-- [end:run]


def main():
    torch.set_num_threads(1)  # on matrices so small a second one only waits
    print("pixels,optimizer,lr,epoch,loss,loss_low,loss_high,accuracy,low,high")
    for pixels, x in INPUTS.items():
        for optimizer_class, rates in RATES.items():
            runs = {lr: run(optimizer_class, lr, x) for lr in rates}
            # The rate is chosen held-out; the test set only reports.
            best = max(runs, key=lambda lr: np.median(runs[lr][1][-1]))
            loss, _, accurate = runs[best]
            name = optimizer_class.__name__
            for epoch in range(EPOCHS):
                numbers = [
                    f(values[epoch])
                    for values in (loss, accurate)
                    for f in (np.median, np.min, np.max)
                ]
                shown = ",".join(f"{x:.3g}" for x in numbers)
                print(f"{pixels},{name},{best},{epoch + 1},{shown}")


main()
