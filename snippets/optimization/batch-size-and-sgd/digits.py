# kind: study, tested with SEEDS=3 RATES={5:(0.1,),50:(0.3,1),N:(0.1,1)}
"""Batch size on handwritten digits: ten seeds, rates tuned or equal.

Prints CSV with the median and the range of five seeds. The five networks of a
run train at once, as one batch of matrices. The four studies:
size: 20 epochs or 200 updates, for batches of 5, 50 and all 500;
order: 20 epochs over sorted data, shuffled once, shuffled every epoch;
sharp: until the training loss is 0.03, with the Hessian's eigenvalue there;
large: 20 epochs of full batches, other optimizers, a warm-up of 7 updates.
"best" marks the rate with the highest accuracy on the held-out digits.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

SEEDS, N, HIDDEN, EPOCHS = 5, 500, 32, 20
RATES = {5: (0.03, 0.1, 0.3, 1), 50: (0.1, 0.3, 1, 3), N: (0.1, 0.3, 1, 3)}

digits = load_digits()
order = np.random.default_rng(0).permutation(len(digits.data))
train, held_out, test = map(torch.tensor, np.split(order, [N, 2 * N]))
X = torch.tensor(digits.data / 16, dtype=torch.float32)
t = torch.tensor(digits.target)


def networks(generator):
    """Weights of SEEDS networks 64-32-10, each with its own start."""
    sizes = [(64, HIDDEN), (HIDDEN, 10)]
    return [
        (torch.randn(SEEDS, *s, generator=generator) * (2 / s[0]) ** 0.5)
        for s in sizes
    ]


def losses(weights, rows):
    """Mean cross-entropy on rows (N,) or (SEEDS, N), one for each seed."""
    logits = torch.relu(X[rows] @ weights[0]) @ weights[1]
    targets = t[rows].expand(logits.shape[:2])
    return cross_entropy(logits.mT, targets, reduction="none").mean(dim=1)


def accuracy(weights, rows):
    logits = torch.relu(X[rows] @ weights[0]) @ weights[1]
    return (logits.argmax(dim=2) == t[rows]).float().mean(dim=1)


# --8<-- [end:data]

from chainrule.analysis import sharpness
from chainrule.optim import LARS, SGD, Momentum


# --8<-- [start:run]
def orders(how, generator):
    """Row numbers (SEEDS, N) of one epoch after the other."""

    def shuffled():  # each seed on its own
        chance = torch.rand(SEEDS, N, generator=generator)
        return train[chance.argsort(dim=1)]

    by_class = train[t[train].argsort()].expand(SEEDS, N)
    rows = by_class if how == "sorted" else shuffled()
    while True:
        yield rows
        rows = shuffled() if how == "every epoch" else rows


def run(optimizer_class, lr, size, how="every epoch", warm=1):
    """Train without end; after each update its number and the weights."""
    generator = torch.Generator().manual_seed(1)
    weights = [w.requires_grad_() for w in networks(generator)]
    parts, updates = [w.detach() for w in weights], 0
    single = not getattr(optimizer_class, "elementwise", True)
    if single:  # LARS needs every layer of every seed for itself
        parts = [layer for w in parts for layer in w]
    optimizer = optimizer_class(parts, lr=lr)
    for rows in orders(how, generator):
        for batch in rows.split(size, dim=1):
            grads = torch.autograd.grad(losses(weights, batch).sum(), weights)
            if single:
                grads = [layer for g in grads for layer in g]
            for part, g in zip(parts, grads, strict=True):
                part.grad = g  # parts share the memory of weights
            updates += 1
            optimizer.param_groups[0]["lr"] = lr * min(1, updates / warm)
            optimizer.step()
            yield updates, weights


# --8<-- [end:run]


def row(study, what, size, lr, updates, weights, values=()):
    """Median, lowest and highest of the seeds; of two sets the median."""
    with torch.no_grad():
        spread = [losses(weights, train), accuracy(weights, test), *values]
        alone = [accuracy(weights, rows) for rows in (train, held_out)]
    numbers = [f(x.numpy()) for x in spread for f in (np.median, min, max)]
    numbers[6:6] = [np.median(x) for x in alone]
    return [study, what, size, lr, updates, *(f"{x:.3g}" for x in numbers)]


def sizes():
    for size, rates in RATES.items():
        marks = {EPOCHS * N // 50, EPOCHS * N // size}
        for lr in rates:
            for updates, weights in run(SGD, lr, size):
                if updates in marks:
                    yield row("size", "SGD", size, lr, updates, weights)
                if updates == max(marks):
                    break


def fixed():
    options = [("order", SGD, 0.3, 20, how, 1) for how in HOW]
    for cls, rates, warm in (
        (SGD, (0.1, 0.3, 1, 2), 1),
        (SGD, (0.1, 0.3, 1, 2), WARM),
        (Momentum, (0.1, 0.3, 1, 3), 1),
        (LARS, (5, 10, 20, 40), 1),
    ):
        options += [("large", cls, lr, N, HOW[2], warm) for lr in rates]
    for study, cls, lr, size, how, warm in options:
        last = EPOCHS * N // size
        weights = next(w for k, w in run(cls, lr, size, how, warm) if k == last)
        name = cls.__name__ + " warm" * (warm > 1)
        what = how if study == "order" else name
        yield row(study, what, size, lr, last, weights)


def sharp():
    for size, lr in ((5, 0.1), (5, 0.3), (50, 0.3), (N, 0.3), (N, 1)):
        kept, at = [], torch.zeros(SEEDS)
        for updates, weights in run(SGD, lr, size):
            kept = kept or [w.detach().clone() for w in weights]
            if updates % 20 == 0:
                with torch.no_grad():
                    there = (losses(weights, train) <= TARGET) & (at == 0)
                    at[there] = updates
                    for k, w in zip(kept, weights, strict=True):
                        k[there] = w[there]
            if at.all():
                break
        values = []
        for s in range(SEEDS):
            own = [k[s : s + 1].requires_grad_() for k in kept]
            found = sharpness(lambda w=own: losses(w, train).sum(), own, 0.01)
            values.append(found)
        values = torch.tensor(values)
        yield row("sharp", "SGD", size, lr, int(at.median()), kept, [values])


HOW = ("sorted", "once", "every epoch")
WARM, TARGET = 7, 0.03  # updates of the warm-up, training loss of "sharp"
COLUMNS = "loss,loss_low,loss_high,test,test_low,test_high,train,held_out"


def main():
    torch.set_num_threads(1)
    columns = f"{COLUMNS},sharpness,sharp_low,sharp_high"
    print(f"study,what,batch,lr,updates,best,{columns}")
    rows = [*sizes(), *fixed(), *sharp()]
    held = 5 + COLUMNS.split(",").index("held_out")
    best = {}  # of each optimizer, batch and number of updates: the rate
    for found in rows:
        key = (*found[:3], found[4])
        if key not in best or float(found[held]) > float(best[key][held]):
            best[key] = found
    for found in rows:
        tuned = found[0] in ("size", "large")
        mark = ["no", "yes"][found in best.values()] if tuned else ""
        print(*found[:5], mark, *found[5:], sep=",")


main()
