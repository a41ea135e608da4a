# kind: study, tested with SEEDS=1
"""Five activations, each at its best learning rate, in 2 and in 8 layers.

Hidden layers of 32 units learn 1000 of the scanned digits for 150 steps of
momentum 0.9. Weights start normal, with variance 1/d (sigmoid, tanh) or 2/d
(the others). Prints CSV: the share of 400 other digits that is right, mean of
the seeds; of the last 397 digits, mean, lowest and highest; the mean slope
that PReLU has learned; and best = 1 at the rate that is best on the 400.
"""

# --8<-- [start:setting]
from itertools import pairwise

import torch
from sklearn.datasets import load_digits
from torch import nn

from chainrule.nn import PReLU, ReLU, Sigmoid, Tanh

SEEDS, STEPS, WIDTH = 3, 150, 32
RATES = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
NETS = SEEDS * len(RATES)  # side by side
images, digit = load_digits(return_X_y=True)
X, t = torch.tensor(images / 16).float(), torch.tensor(digit)
KINDS = {  # a module, and its gain squared
    "sigmoid": (Sigmoid, 1),
    "tanh": (Tanh, 1),
    "relu": (ReLU, 2),
    "prelu": (lambda: PReLU(NETS), 2),  # a slope a layer, for each net
    "gelu": (nn.GELU, 2),
}
# --8<-- [end:setting]


# --8<-- [start:network]
def networks(kind, depth, generator):
    """A function from digits to logits of all networks, and theta."""
    make, gain = KINDS[kind]
    fs, sizes = [make() for _ in range(depth)], [64, *[WIDTH] * depth, 10]
    Ws, bs = [], []
    for d, m in pairwise(sizes):
        W = torch.randn(SEEDS, d, m, generator=generator)
        W = (gain / d) ** 0.5 * W.repeat(len(RATES), 1, 1)
        Ws.append(W.requires_grad_())
        bs.append(torch.zeros(NETS, 1, m, requires_grad=True))

    def logits(x):
        h = x.expand(NETS, -1, -1)
        for W, b, f in zip(Ws, bs, [*fs, None], strict=True):
            h = torch.baddbmm(b, h, W)
            if f is not None:  # PReLU has its slopes on the second axis
                h = f(h.transpose(0, 1)).transpose(0, 1)
        return h

    return logits, [*Ws, *bs, *(p for f in fs for p in f.parameters())]


# --8<-- [end:network]


# --8<-- [start:train]
def train(kind, depth):
    """Accuracies (2, rates, seeds) on 400 and 397 digits; slopes of PReLU."""
    g = torch.Generator().manual_seed(0)
    order = torch.randperm(len(X), generator=g)
    logits, theta = networks(kind, depth, g)
    lr = torch.tensor(RATES).repeat_interleave(SEEDS)
    lrs = [lr.view(-1, *[1] * (p.ndim - 1)) for p in theta]
    ms = [torch.zeros_like(p) for p in theta]
    for _ in range(STEPS):
        rows = order[torch.randint(1000, (50,), generator=g)]
        z, T = logits(X[rows]).flatten(0, 1), t[rows].repeat(NETS)
        loss = nn.functional.cross_entropy(z, T, reduction="sum") / 50
        gradients = torch.autograd.grad(loss, theta)
        with torch.no_grad():
            for p, d, m, lr in zip(theta, gradients, ms, lrs, strict=True):
                m.mul_(0.9).add_(d)
                p -= lr * m
    right = []
    with torch.no_grad():
        for i in (order[1000:1400], order[1400:]):
            hits = logits(X[i]).argmax(-1) == t[i]
            right.append(hits.float().mean(1).view(len(RATES), SEEDS))
    slopes = [p.view(len(RATES), SEEDS) for p in theta if p.ndim == 1]
    return right, slopes


# --8<-- [end:train]


def main():
    torch.set_num_threads(1)  # small matrices gain nothing from more
    print("depth,activation,lr,validation,test,low,high,slope,best")
    for depth in (2, 8):
        for kind in KINDS:
            (validation, test), slopes = train(kind, depth)
            best = validation.mean(1).argmax()
            for k, lr in enumerate(RATES):
                a = validation[k].mean(), test[k].mean(), *test[k].aminmax()
                cells = [f"{x:.3f}" for x in a]
                mean = sum(s[k].mean().item() for s in slopes) / depth
                cells.append(f"{mean:.2f}" if slopes else "")
                print(depth, kind, lr, *cells, int(k == best), sep=",")


if __name__ == "__main__":
    main()
