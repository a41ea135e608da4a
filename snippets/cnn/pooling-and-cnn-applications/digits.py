# kind: study, tested with SEEDS=3 STEPS=60 RATES=(0.015,)
"""Ways to make maps smaller, on scikit-learn's digits, ten networks each.

Prints CSV: the network (how it halves; whether it saw pictures that were
turned; whether it has more channels, or a spatial transformer before it);
how it is tested (plain; moved by one pixel; turned by so many degrees;
enlarged); its rate, the better of two by validation; its parameters; median,
lowest and highest test accuracy.
"""

# --8<-- [start:networks]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn import Flatten

from chainrule.models import CNN
from chainrule.nn import CrossEntropyLoss, Linear, ReLU, Sequential
from chainrule.nn import SpatialTransformer, affine_grid, count_parameters
from chainrule.nn import grid_sample
from chainrule.optim import Adam

SEEDS, STEPS, RATES = 10, 100, (0.015, 0.03)
NETWORKS = "max", "avg", "stride", "none"
NETWORKS += "max turned", "max turned wide", "max turned first"


def warped(x, turn=0.0, zoom=1.0):
    """Turned by so many degrees, and zoom times as large."""
    a = torch.deg2rad(torch.as_tensor(turn).expand(len(x)))
    c, s, o = a.cos() / zoom, a.sin() / zoom, torch.zeros(len(x))
    theta = torch.stack([c, -s, o, s, c, o], dim=1).view(-1, 2, 3)
    return grid_sample(x, affine_grid(theta, x.shape))


def made(network):
    channels = (12, 20) if "wide" in network else (8, 16)
    model = CNN(size=8, channels=channels, reduce=network.split()[0])
    if "first" not in network:
        return model
    parts = Flatten(), Linear(64, 16), ReLU(), Linear(16, 6)
    return Sequential(SpatialTransformer(Sequential(*parts)), model)


def trained(network, x, t, rate, seed):
    torch.manual_seed(seed)
    model, loss = made(network), CrossEntropyLoss()
    optimizer = Adam(model.parameters(), rate)
    for _ in range(STEPS):
        rows = torch.randint(len(x), (32,))
        seen = x[rows]
        if "turned" in network:  # each by -45 to 45 degrees
            seen = warped(seen, 90 * torch.rand(32) - 45)
        optimizer.zero_grad()
        loss(model(seen), t[rows]).backward()
        optimizer.step()
    return model


# --8<-- [end:networks]


TESTS = {
    "plain": lambda x: x,
    "moved": lambda x: torch.nn.functional.pad(x, (1, -1)),
    "enlarged": lambda x: warped(x, zoom=1.5),
} | {f"turned {a}": lambda x, a=a: warped(x, a) for a in range(30, 91, 30)}


@torch.no_grad()
def accuracy(model, x, t):
    return (model(x).argmax(1) == t).float().mean().item()


def main():
    torch.set_num_threads(1)  # on arrays this small a second one only waits
    data = load_digits()
    x = torch.tensor(data.images / 16, dtype=torch.float32)[:, None]
    t = torch.tensor(data.target)
    draws = [torch.Generator().manual_seed(s) for s in range(SEEDS)]
    orders = [torch.randperm(len(x), generator=draw) for draw in draws]
    print("network,test,rate,parameters,accuracy,low,high")
    for network in NETWORKS:
        turn = (-30.0, 30.0) if "turned" in network else (0.0,)
        best = -1.0, 0.0, []
        for rate in RATES:
            models, scores = [], []
            for seed, order in enumerate(orders):
                train, check = order[:600], order[600:900]
                models.append(trained(network, x[train], t[train], rate, seed))
                for a in turn:
                    seen = warped(x[check], a)
                    scores.append(accuracy(models[-1], seen, t[check]))
            best = max(
                best, (np.mean(scores), rate, models), key=lambda b: b[0]
            )
        _, rate, models = best
        for test, change in TESTS.items():
            a = [
                accuracy(model, change(x[order[900:1400]]), t[order[900:1400]])
                for model, order in zip(models, orders, strict=True)
            ]
            row = [f"{v:.3f}" for v in (np.median(a), min(a), max(a))]
            size = count_parameters(models[0])
            print(network, test, rate, size, *row, sep=",", flush=True)


main()
