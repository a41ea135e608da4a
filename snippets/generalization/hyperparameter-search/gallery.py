# kind: study, tested with SEEDS=4
"""Loss curves of runs that each have one fault, ten networks each.

Prints CSV: fault, update; the loss of the first network on its batch; the
median, lowest and highest over the networks of the mean loss of the last ten
batches; the same of the validation loss. All networks of a fault train side by
side, as one batch of matrices.
"""

# --8<-- [start:data]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy, dropout

SEEDS, STEPS, EVERY = 10, 300, 10
BATCH, HIDDEN = 50, 32

torch.set_num_threads(1)  # on matrices this small a second one only waits
X, t = load_digits(return_X_y=True)
X, t = torch.tensor(X / 16, dtype=torch.float32), torch.tensor(t)
order = torch.tensor(np.random.default_rng(0).permutation(len(t)))
train, valid = order[:1000], order[1000:]


# --8<-- [end:data]
# --8<-- [start:networks]
def logits(weights, x, drop=0.0):
    """(SEEDS, N, 10) of x (N, 64) or (SEEDS, N, 64)."""
    A, a, B, b = weights
    return dropout(torch.relu(x @ A + a), drop) @ B + b


def losses(y, t, naive=False):
    """The mean loss of each network (SEEDS,), of t (SEEDS, N)."""
    if naive:  # the logarithm of a probability that may be 0
        return -y.softmax(-1).gather(-1, t[..., None]).log().mean((1, 2))
    return cross_entropy(y.movedim(-1, 1), t, reduction="none").mean(1)


def batches(rows, shuffled):
    """Rows (SEEDS, BATCH), epoch after epoch; or always in the same order."""
    while True:
        draws = [torch.randperm(len(rows)) for _ in range(SEEDS)]
        epoch = rows[torch.stack(draws)] if shuffled else rows.expand(SEEDS, -1)
        yield from epoch.split(BATCH, dim=1)


# --8<-- [end:networks]
# --8<-- [start:training]
def run(
    lr=0.3,
    *,
    scale=1.0,
    rows=train,
    shuffled=True,
    labels=t,
    drop=0.0,
    naive=False,
    forget=False,
    cut=STEPS,
):
    """Losses of the batches and of the validation set, (STEPS, SEEDS)."""
    torch.manual_seed(0)
    shapes = (64, HIDDEN), (1, HIDDEN), (HIDDEN, 10), (1, 10)
    weights = [torch.randn(SEEDS, *shape) for shape in shapes]
    for w, size in zip(weights, (64**-0.5, 0, HIDDEN**-0.5, 0), strict=True):
        w.mul_(scale * size).requires_grad_()
    optimizer = torch.optim.SGD(weights, lr=lr)
    rows_of = batches(rows, shuffled)
    of_batches, of_valid = [], []
    for step in range(1, STEPS + 1):
        batch = next(rows_of)
        if step == cut:
            optimizer.param_groups[0]["lr"] = lr / 100
        loss = losses(logits(weights, X[batch], drop), labels[batch], naive)
        if not forget:
            optimizer.zero_grad()
        loss.sum().backward()  # of networks that share nothing
        optimizer.step()
        of_batches.append(loss.detach())
        if step == 1 or step % EVERY == 0:
            with torch.no_grad():
                y = logits(weights, X[valid])
                of_valid.append(losses(y, t[valid].expand(SEEDS, -1)))
    return torch.stack(of_batches).numpy(), torch.stack(of_valid).numpy()


# --8<-- [end:training]
# --8<-- [start:faults]
wrong = t.clone()
wrong[train[::3]] = t[train[::3]].roll(1)
by_class = train[t[train].argsort(stable=True)]
FAULTS = {
    "none": {},
    "small-rate": {"lr": 0.003},
    "large-rate": {"lr": 1.5},
    "far-too-large": {"lr": 10.0},
    "small-weights": {"scale": 0.03},
    "early-cut": {"cut": 40},
    "sorted": {"rows": by_class, "shuffled": False},
    "few-samples": {"rows": train[:50], "lr": 0.6},
    "wrong-labels": {"rows": train[:100], "labels": wrong, "lr": 0.6},
    "dropout": {"drop": 0.5},
    "no-zero-grad": {"forget": True},
    "log-of-softmax": {"lr": 10.0, "naive": True},
}
# --8<-- [end:faults]


def main():
    print("fault,update,batch,train,low,high,valid,valid_low,valid_high")
    for fault, options in FAULTS.items():
        batch, held = run(**options)
        for k, now in enumerate(held):
            end = max(1, k * EVERY)
            last = batch[max(0, end - EVERY) : end].mean(axis=0)
            cells = [batch[end - 1, 0]]
            cells += [
                f(a) for a in (last, now) for f in (np.median, np.min, np.max)
            ]
            print(fault, end, *(f"{cell:.3f}" for cell in cells), sep=",")


if __name__ == "__main__":
    main()
