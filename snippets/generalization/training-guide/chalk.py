# kind: study, tested with SEEDS=2
"""Digits of chalk in training, digits of ink at test time.

Prints CSV: chalk, ink (how many samples of each in training); median share of
errors on other chalk digits (validation), and median, lowest and highest on
ink digits (test). Ink is dark on a light ground, chalk light on a dark one.
"""

# --8<-- [start:study]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.models import MLP
from chainrule.optim import Adam

SEEDS, STEPS = 10, 100
TRIED = (100, 0), (300, 0), (1000, 0), (950, 50), (900, 100)

torch.set_num_threads(1)
images, t = (torch.tensor(part) for part in load_digits(return_X_y=True))
chalk = images.float() / 16
ink = 1 - chalk


def errors(samples, inked, seed):
    """Shares of errors on other digits of chalk and on the same in ink."""
    generator = torch.Generator().manual_seed(seed)
    order = torch.randperm(len(t), generator=generator)
    rows, other = order[: samples + inked].split([samples, inked])
    held = order[1000:]
    X = torch.cat([chalk[rows], ink[other]])
    labels = torch.cat([t[rows], t[other]])
    torch.manual_seed(seed)
    model = MLP(64, [64], 10)
    optimizer = Adam(model.parameters(), lr=0.01)
    for _ in range(STEPS):
        loss = cross_entropy(model(X), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        guesses = [model(part[held]).argmax(1) for part in (chalk, ink)]
    return [(guess != t[held]).float().mean().item() for guess in guesses]


def main():
    print("chalk,ink,valid,test,low,high")
    for mixture in TRIED:
        runs = np.array([errors(*mixture, seed) for seed in range(SEEDS)])
        spread = runs[:, 1].min(), runs[:, 1].max()
        shown = [f"{a:.3f}" for a in (*np.median(runs, axis=0), *spread)]
        print(*mixture, *shown, sep=",")


main()
# --8<-- [end:study]
