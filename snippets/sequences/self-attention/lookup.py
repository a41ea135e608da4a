# kind: study, tested with SEEDS=4 RATES=(0.01,) STEPS=120
"""The label of the equal word elsewhere: windows, all at once, attention.

Prints CSV: network, its best rate of five by validation; median, lowest and
highest accuracy of the networks at the length of training, and (attention
alone, nan for the others) at twice that length; numbers learned.
"""

# --8<-- [start:task]
import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, one_hot, pad

SEEDS, STEPS, BATCH, RATES = 10, 400, 64, (3e-4, 1e-3, 3e-3, 0.01, 0.03)
KINDS, LENGTH, WINDOW = 16, 16, 2


def sequences(n, length, generator):
    """x (SEEDS, n, length, KINDS + 1), target and question, both (…, length).

    Each of length / 2 words stands there twice: once with a label of -1 or
    1, once with 0, the question. Its target is the other one's label.
    """
    size = SEEDS, n, length // 2
    order = torch.rand(SEEDS, n, KINDS, generator=generator).argsort(-1)
    words = order[..., : length // 2].repeat(1, 1, 2)
    label = 2.0 * torch.randint(2, size, generator=generator) - 1
    target = label.repeat(1, 1, 2)
    shown = torch.cat([label, torch.zeros(size)], -1)
    mixed = torch.rand(SEEDS, n, length, generator=generator).argsort(-1)
    words, shown, target = (a.gather(-1, mixed) for a in (words, shown, target))
    x = torch.cat([one_hot(words, KINDS).float(), shown[..., None]], -1)
    return x, target, shown == 0


# --8<-- [end:task]


# --8<-- [start:networks]
def shapes(network):
    """Sizes (outputs, inputs) of the weights of each network."""
    d = KINDS + 1
    if network == "window":
        return [(64, d * (2 * WINDOW + 1)), (1, 64)]
    if network == "all":
        return [(128, d * LENGTH), (LENGTH, 128)]
    return [(KINDS, d), (KINDS, d), (4, d), (1, 4)]


def logits(network, parameters, x):
    """(SEEDS, n, length), for each position."""
    if network == "attention":
        W_q, W_k, W_v, W = (p[:, None] for p in parameters)
        q, k, v = x @ W_q.mT, x @ W_k.mT, x @ W_v.mT
        weights = (q @ k.mT / W_q.shape[-2] ** 0.5).softmax(-1)
        return (weights @ v @ W.mT)[..., 0]
    W, b, V, c = parameters
    if network == "window":
        x = pad(x, (0, 0, WINDOW, WINDOW)).unfold(2, 2 * WINDOW + 1, 1)
    n, length = x.shape[1:3]
    x = x.flatten(3).flatten(1, 2) if network == "window" else x.flatten(2)
    y = torch.relu(x @ W.mT + b[:, None]) @ V.mT + c[:, None]
    return y.view(len(x), n, length) if network == "window" else y


def trained(network, rate, generator):
    parameters = []
    for size in shapes(network):  # as torch's layers start
        bound = size[1] ** -0.5
        for shape in (size, size[:1])[: 1 if network == "attention" else 2]:
            u = 2 * torch.rand(SEEDS, *shape, generator=generator) - 1
            parameters.append((u * bound).requires_grad_())
    optimizer = torch.optim.Adam(parameters, rate)
    for _ in range(STEPS):
        x, target, asked = sequences(BATCH, LENGTH, generator)
        y, t = logits(network, parameters, x)[asked], (target[asked] + 1) / 2
        optimizer.zero_grad()
        (SEEDS * binary_cross_entropy_with_logits(y, t)).backward()
        optimizer.step()
    return parameters


# --8<-- [end:networks]
def accuracy(network, parameters, batch):
    x, target, asked = batch
    with torch.no_grad():
        right = (logits(network, parameters, x) > 0) == (target > 0)
    return ((right & asked).sum((1, 2)) / asked.sum((1, 2))).numpy()


def main():
    torch.set_num_threads(1)  # on arrays this small a second one only waits
    print("network,rate,accuracy,low,high,twice,least,most,numbers")
    generator = torch.Generator().manual_seed(0)
    sizes = (100, LENGTH), (200, LENGTH), (200, 2 * LENGTH)
    validation, *tests = (sequences(*size, generator) for size in sizes)
    for network in ("window", "all", "attention"):
        best = -1.0, (), 0.0
        for rate in RATES:
            parameters = trained(network, rate, generator)
            score = float(accuracy(network, parameters, validation).mean())
            best = max(best, (score, parameters, rate), key=lambda b: b[0])
        shown = []
        for batch in tests[: 2 if network == "attention" else 1]:
            a = accuracy(network, best[1], batch)
            shown += [np.median(a), a.min(), a.max()]
        shown += [np.nan] * (6 - len(shown))
        numbers = sum(p[0].numel() for p in best[1])
        row = [f"{value:.3f}" for value in shown]
        print(network, best[2], *row, numbers, sep=",", flush=True)


main()
