# kind: study, tested with SEEDS=10 RATES={"SGD":(0.1,),"Adam":(0.003,)}
"""One to five hidden layers on a sine, trained by SGD and by Adam.

Prints CSV: optimizer, rate, layers; median, lowest and highest training loss
(mean squared error over the variance of the target) of the networks.
"""

# --8<-- [start:study]
from itertools import pairwise

import numpy as np
import torch

from chainrule.optim import SGD, Adam

SEEDS, WIDTH, STEPS = 20, 16, 300
RATES = {"SGD": (0.05, 0.1, 0.2), "Adam": (0.001, 0.003, 0.01)}

torch.set_num_threads(1)
x = torch.linspace(-1, 1, 100).view(-1, 1)
t = torch.sin(2 * torch.pi * x)
t = t / t.std(unbiased=False)


def start(sizes, generator):
    """Weights and biases of SEEDS networks, by torch's rule for Linear."""
    parameters = []
    for n_in, n_out in pairwise(sizes):
        for rows in (n_in, 1):
            w = torch.rand(SEEDS, rows, n_out, generator=generator)
            parameters.append((2 * w - 1) / n_in**0.5)
    return [w.requires_grad_() for w in parameters]


def losses(layers, make, rate):
    """Training losses (SEEDS,) after STEPS steps on all samples."""
    generator = torch.Generator().manual_seed(0)
    w = start([1, *[WIDTH] * layers, 1], generator)
    optimizer = make(w, lr=rate)
    for step in range(STEPS + 1):
        y = x.expand(SEEDS, -1, -1)
        for k in range(0, len(w), 2):
            y = torch.baddbmm(w[k + 1], y.relu() if k else y, w[k])
        loss = (y - t).square().mean((1, 2))
        if step < STEPS:
            optimizer.zero_grad()
            loss.sum().backward()
            optimizer.step()
    return loss.detach().numpy()


def main():
    print("optimizer,rate,layers,loss,low,high")
    for make in (SGD, Adam):
        for rate in RATES[make.__name__]:
            for layers in range(1, 6):
                found = losses(layers, make, rate)
                shown = np.median(found), found.min(), found.max()
                shown = [f"{a:.3f}" for a in shown]
                print(make.__name__, rate, layers, *shown, sep=",")


main()
# --8<-- [end:study]
