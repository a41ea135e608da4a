# kind: study, tested with SEEDS=4 RATES=(0.03,) STEPS=75
"""Dense, local and shared weights: where sharing helps, ten networks each.

Prints CSV: the task (digits, or strokes of two directions in noise); the
network; its best rate of three by validation; median, lowest and highest test
accuracy of the networks, and the same where the strokes lie in the half of
the picture in which none lay in training (nan for the digits).
"""

# --8<-- [start:networks]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy, unfold

SEEDS, STEPS, RATES = 10, 150, (0.003, 0.01, 0.03)
NETWORKS = "dense", "local", "shared", "shared, then mean"
# s networks, n pictures, k inputs of a neuron, p places, f neurons a place
SUMS = {"dense": "snk,spfk->snfp", "local": "snkp,spfk->snfp"}
SHARED = "snkp,sfk->snfp"


def shapes(network, places, features, pixels, classes):
    """(size, inputs of a neuron) for each of the four parameters."""
    k = pixels if network == "dense" else 9
    weights = (features, k) if "shared" in network else (places, features, k)
    bias = (features, 1 if "shared" in network else places)
    hidden = features if "mean" in network else features * places
    return (weights, k), (bias, k), ((classes, hidden), hidden), ((classes,), 1)


def inputs(network, x):
    """What its neurons see of x (SEEDS, n, 1, H, W): all, or nine pixels."""
    if network == "dense":
        return x.flatten(2)
    return unfold(x.flatten(0, 1), 3).unflatten(0, x.shape[:2])


def logits(network, parameters, seen):
    """(SEEDS, n, classes) for what the neurons see."""
    W, b, V, c = parameters
    u = torch.einsum(SUMS.get(network, SHARED), seen, W)
    y = torch.relu(u + b[:, None])
    y = y.mean(3) if "mean" in network else y.flatten(2)
    return y @ V.mT + c[:, None]


def trained(sizes, network, x, t, rate, generator):
    parameters = []
    for size, n_in in shapes(network, *sizes):  # as torch's layers start
        u = 2 * torch.rand(SEEDS, *size, generator=generator) - 1
        parameters.append((u / n_in**0.5).requires_grad_())
    seen = inputs(network, x)
    optimizer = torch.optim.Adam(parameters, rate)
    for _ in range(STEPS):
        y = logits(network, parameters, seen)
        loss = cross_entropy(y.flatten(0, 1), t.flatten())
        optimizer.zero_grad()
        (SEEDS * loss).backward()  # to each network its own mean
        optimizer.step()
    return parameters


# --8<-- [end:networks]


# --8<-- [start:tasks]
def digits(generator):
    """100 of scikit-learn's small digits to learn from, for each network."""
    data = load_digits()
    x = torch.tensor(data.images / 16, dtype=torch.float32)[:, None]
    t = torch.tensor(data.target)
    orders = [torch.randperm(1797, generator=generator) for _ in range(SEEDS)]
    rows = torch.stack(orders).split([100, 400, 600, 697], dim=1)
    return [(x[r], t[r]) for r in rows[:3]]


def strokes(generator):
    """A falling or a rising diagonal in noise: left, left, left, right."""
    stroke = torch.eye(3)
    kinds = torch.stack([stroke, stroke.flip(1)])
    for n, first in ((300, 0), (200, 0), (500, 0), (500, 5)):
        size = SEEDS * n
        x = 0.2 * torch.randn(size, 10, 10, generator=generator)
        t = torch.randint(2, (size,), generator=generator)
        top = torch.randint(8, (size,), generator=generator)
        left = first + torch.randint(3, (size,), generator=generator)
        for i in range(3):
            for j in range(3):
                x[range(size), top + i, left + j] += kinds[t, i, j]
        yield x.view(SEEDS, n, 1, 10, 10), t.view(SEEDS, n)


# --8<-- [end:tasks]
TASKS = {
    "digits": (digits, (36, 8, 64, 10)),
    "strokes": (strokes, (64, 4, 100, 2)),
}


def accuracy(network, parameters, x, t):
    with torch.no_grad():
        y = logits(network, parameters, inputs(network, x))
    right = y.argmax(2) == t
    return right.float().mean(1).numpy()


def main():
    torch.set_num_threads(1)  # on arrays this small a second one only waits
    print("task,network,rate,accuracy,low,high,elsewhere,least,most")
    for name, (made, sizes) in TASKS.items():
        generator = torch.Generator().manual_seed(0)
        train, validation, *tests = made(generator)
        for network in NETWORKS:
            best = -1.0, (), 0.0
            for rate in RATES:
                p = trained(sizes, network, *train, rate, generator)
                score = float(accuracy(network, p, *validation).mean())
                best = max(best, (score, p, rate), key=lambda found: found[0])
            shown = []
            for x, t in tests:
                a = accuracy(network, best[1], x, t)
                shown += [np.median(a), a.min(), a.max()]
            shown += [np.nan] * (6 - len(shown))
            row = [f"{v:.3f}" for v in shown]
            print(name, f'"{network}"', best[2], *row, sep=",", flush=True)


main()
