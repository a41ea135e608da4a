# kind: study, tested with SEEDS=4 SIZES=(30,300) RATES=(0.03,) STEPS=100
"""Small digits: convolution or attention between patches, by number of samples.

Prints CSV: the number of training samples; what mixes the 16 patches (nothing,
a convolution of 3 x 3 patches, attention with four heads); the best rate of
three by validation; the median, lowest and highest test accuracy of ten
networks; their mean accuracy on the training set.
"""

# --8<-- [start:networks]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy, pad

SEEDS, SIZES, RATES = 10, (30, 100, 300, 1000), (0.003, 0.01, 0.03)
STEPS, BATCH, WIDTH, HEADS = 300, 64, 16, 4


def shapes(mixing):
    """(size, how many numbers an output sums up) of each parameter."""
    d = WIDTH
    mixers = {
        "nothing": [((d, d), d)],
        "convolution": [((d, 9 * d), 9 * d)],
        "attention": [((3 * d, d), d), ((d, d), d)],
    }
    first = [((d, 4), 4), ((16, d), d)]  # of a patch, of its position
    return [*first, *mixers[mixing], ((10, d), d), ((10,), d)]


def mixed(mixing, h, W, W_o=None):
    """What each patch hears: h (networks, n, 16, WIDTH), and so the output."""
    if mixing == "convolution":
        around = pad(h.unflatten(2, (4, 4)), (0, 0, 1, 1, 1, 1))
        rows = [around[:, :, a : a + 4] for a in range(3)]
        windows = [row[:, :, :, b : b + 4] for row in rows for b in range(3)]
        h = torch.cat(windows, -1).flatten(2, 3)
    elif mixing == "attention":
        qkv = (h @ W.mT[:, None]).unflatten(3, (3, HEADS, -1))
        q, k, v = qkv.permute(3, 0, 1, 4, 2, 5)  # (networks, n, HEADS, 16, ·)
        weights = (q @ k.mT / q.shape[-1] ** 0.5).softmax(-1)
        h, W = (weights @ v).transpose(2, 3).flatten(3), W_o
    return h @ W.mT[:, None]


def logits(mixing, parameters, x):
    """(networks, n, 10) for patches x (networks, n, 16, 4)."""
    E, position, *W, V, c = parameters
    h = x @ E.mT[:, None] + position[:, None]
    h = torch.relu(h + mixed(mixing, h, *W))
    return h.mean(2) @ V.mT + c[:, None]


# --8<-- [end:networks]
def data():
    """Patches of 2 x 2 pixels (1797, 16, 4), and the digits."""
    digits = load_digits()
    x = torch.tensor(digits.images / 16, dtype=torch.float32)
    x = x.view(-1, 4, 2, 4, 2).transpose(2, 3).reshape(-1, 16, 4)
    return x - 0.3, torch.tensor(digits.target)  # 0.3: about the mean


def trained(mixing, x, t, rate, generator):
    parameters = []
    for size, n_in in shapes(mixing):
        u = 2 * torch.rand(SEEDS, *size, generator=generator) - 1
        parameters.append((u / n_in**0.5).requires_grad_())
    optimizer = torch.optim.Adam(parameters, rate)
    n = x.shape[1]
    for _ in range(STEPS):
        rows = torch.randint(n, (min(n, BATCH),), generator=generator)
        y = logits(mixing, parameters, x[:, rows])
        loss = cross_entropy(y.flatten(0, 1), t[:, rows].flatten())
        optimizer.zero_grad()
        (SEEDS * loss).backward()  # to each network its own mean
        optimizer.step()
    return parameters


def accuracy(mixing, parameters, x, t):
    with torch.no_grad():
        right = logits(mixing, parameters, x).argmax(2) == t
    return right.float().mean(1).numpy()


def main():
    torch.set_num_threads(1)  # on arrays this small a second one only waits
    x, t = data()
    generator = torch.Generator().manual_seed(0)
    rows = [torch.randperm(1797, generator=generator) for _ in range(SEEDS)]
    train, validation, test = torch.stack(rows).split([1000, 300, 497], 1)
    print("samples,mixing,rate,accuracy,low,high,training")
    for n in SIZES:
        for mixing in ("nothing", "convolution", "attention"):
            best = -1.0, 0.0, ()
            for rate in RATES:
                given = train[:, :n]
                p = trained(mixing, x[given], t[given], rate, generator)
                seen = x[validation], t[validation]
                score = float(accuracy(mixing, p, *seen).mean())
                best = max(best, (score, rate, p), key=lambda found: found[0])
            a = accuracy(mixing, best[2], x[test], t[test])
            fit = accuracy(mixing, best[2], x[given], t[given]).mean()
            shown = [f"{v:.3f}" for v in (np.median(a), a.min(), a.max(), fit)]
            print(n, mixing, best[1], *shown, sep=",", flush=True)


main()
