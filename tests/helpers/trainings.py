"""Trainings in which everything is random, and others to compare them with."""

import random
import weakref

import numpy as np
import torch

from chainrule.data import DataLoader, Dataset, Subset
from chainrule.optim.lr_scheduler import ReduceLROnPlateau


class Noisy(Dataset):
    """Samples (x, t) with fresh noise from every generator that there is."""

    def __init__(self, samples=23):
        rng = np.random.default_rng(0)
        self.X = rng.normal(size=(samples, 4))
        self.t = np.sin(self.X.sum(axis=1, keepdims=True))
        self.rng = rng

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        noise = random.random() + torch.rand(()).item()
        noise += np.random.random()  # noqa: NPY002
        x = self.X[index] + 0.1 * noise + 0.1 * self.rng.normal(size=4)
        return torch.from_numpy(x), torch.from_numpy(self.t[index])


def seed(number):
    random.seed(number)
    np.random.seed(number)  # noqa: NPY002
    torch.manual_seed(number)


def network():
    """Weights, running means, and dropout; in float64."""
    return torch.nn.Sequential(
        torch.nn.Linear(4, 6),
        torch.nn.BatchNorm1d(6),
        torch.nn.Tanh(),
        torch.nn.Dropout(0.3),
        torch.nn.Linear(6, 1),
    ).double()


def plain(number):
    """torch's loader, whose order comes from the global generator."""
    seed(number)
    model = network()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    loader = torch.utils.data.DataLoader(Noisy(), 5, shuffle=True)
    return {"model": model, "optimizer": optimizer, "loader": loader}


def rich(number):
    """A generator of the loader's own, groups of batches, a rate for each update."""
    made = plain(number)
    rng = torch.Generator().manual_seed(number)
    made["loader"] = torch.utils.data.DataLoader(
        Noisy(), 3, shuffle=True, generator=rng
    )
    made["optimizer"] = torch.optim.SGD(made["model"].parameters(), 0.1, 0.9)
    made["scheduler"] = torch.optim.lr_scheduler.CosineAnnealingLR(
        made["optimizer"], 20
    )
    made |= {"scheduler_step": "update", "accumulate": 3, "clip_grad_norm": 0.5}
    return made


def halves(number):
    """Our loader, mixed precision with a scaled loss, a schedule that watches it."""
    made = plain(number)
    rng = torch.Generator().manual_seed(number)
    made["model"].float()
    made["loader"] = DataLoader(
        Subset(Noisy(), range(20)), 6, shuffle=True, generator=rng, collate_fn=floats
    )
    made["scheduler"] = ReduceLROnPlateau(made["optimizer"], patience=0)
    return made | {"dtype": torch.float16}


def floats(samples):
    x, t = zip(*samples, strict=True)
    return torch.stack(x).float(), torch.stack(t).float()


KINDS = {"plain": plain, "rich": rich, "halves": halves}


def arguments(kind, number=0, **options):
    """All that `fit` needs, made anew; the seed is that of every generator."""
    made = KINDS[kind](number)
    X = torch.linspace(-1, 1, 36).view(9, 4)
    dtype = next(made["model"].parameters()).dtype
    batches = [(x.to(dtype), x[:, :1].to(dtype)) for x in X.split(5)]
    made |= {"loss": torch.nn.functional.mse_loss, "valid": batches}
    return made | {"epochs": 2, "progress": False} | options


def by_hand(model, loss, optimizer, loader):
    """The loop as anybody writes it; returns every loss."""
    losses = []
    for x, t in loader:
        optimizer.zero_grad()
        value = loss(model(x), t)
        value.backward()
        optimizer.step()
        losses.append((value.item(), len(t)))
    return losses


def same(a, b):
    """Whether two nests of tensors and values are the same to the bit."""
    if isinstance(a, torch.Tensor):
        return isinstance(b, torch.Tensor) and a.dtype == b.dtype and torch.equal(a, b)
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[name], b[name]) for name in a)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    return bool(a == b)


class Trip:
    """A loss that calls `act` within its call number `at`, counted from 1."""

    def __init__(self, loss, at, act):
        self.loss, self.at, self.act, self.calls = loss, at, act, 0

    def __call__(self, y, t):
        self.calls += 1
        value = self.loss(y, t)
        if self.calls == self.at:
            self.act()
        return value


class Mark:
    """What a graph holds, so that one sees whether the graph is held."""


class Watched(torch.autograd.Function):
    """Its argument as it is; seen gets a reference that dies with the graph."""

    @staticmethod
    def forward(ctx, x, seen):
        ctx.mark = Mark()
        seen.append(weakref.ref(ctx.mark))
        return x.view_as(x)

    @staticmethod
    def backward(ctx, dy):
        return dy, None


class Drawing(Dataset):
    """Of each sample the worker, a number of its own generator and of NumPy's."""

    def __init__(self):
        self.rng = np.random.default_rng(0)

    def __len__(self):
        return 4

    def __getitem__(self, index):
        worker = torch.utils.data.get_worker_info().id
        own, numpys = self.rng.random(), np.random.random()  # noqa: NPY002
        return torch.tensor([worker, own, numpys], dtype=torch.float64)
