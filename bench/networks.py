"""A training step by hand, by our automatic differentiation and by other people's.

    python bench/networks.py        (about a minute)

One step of gradient descent on the network 784-256-10, ReLU and cross-entropy, a batch
of 100 random pictures of the size of MNIST's, float32, one thread: in NumPy by the
recursion of delta, in NumPy through the layers, with `scratch.autograd`, with HIPS
autograd, and in PyTorch. All start from the same weights and must be at the same loss
after each round. Then a graph of single numbers, a chain of products and sums, forwards
and back, where the arithmetic is nothing and the bookkeeping all; micrograd, which has
no arrays, runs here alone. All take turns in each round; times are medians over the
rounds, of the processor, which other programs of the machine cannot stretch.
"""

import json
import os
from importlib.metadata import version
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before the libraries read it
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import autograd
import autograd.numpy as anp
import numpy as np
import torch
from autograd.scipy.special import logsumexp
from micrograd.engine import Value
from torch.nn.functional import cross_entropy
from turns import processor, seconds

from chainrule.scratch import nn
from chainrule.scratch.autograd import Tensor, no_grad
from chainrule.scratch.models.deep import MLP, as_layers

RESULT = Path(__file__).parent / "results" / "networks.json"
INPUTS, HIDDEN, CLASSES, BATCH, LR = 784, 256, 10, 100, 0.1
ROUNDS, WARM, LINKS = 201, 10, 300


def descend(pairs):
    for p, gradient in pairs:
        p -= LR * gradient


# -- a step of the network, which returns its loss ---------------------------------


def recursion(model, x, t):
    loss = nn.CrossEntropyLoss()

    def step():
        value = loss.forward(model.forward(x), t)
        model.backward(loss.backward())
        descend(model.parameters())
        return value

    return step


def layers(model, x, t):
    return recursion(as_layers(model), x, t)


def ours(model, x, t):
    W1, b1, W2, b2 = weights = [Tensor(p, requires_grad=True) for p in model.params]
    x, rows = Tensor(x), np.arange(len(t))

    def step():
        z = (x @ W1.T + b1).relu() @ W2.T + b2
        z = z - z.detach().max(axis=1, keepdims=True)
        loss = (z.exp().sum(axis=1).log() - z[rows, t]).mean()
        loss.backward()
        with no_grad():
            for p in weights:
                p -= LR * p.grad
                p.grad = None
        return loss.item()

    return step


def hips(model, x, t):
    weights, rows = model.params, np.arange(len(t))

    def loss(weights):
        W1, b1, W2, b2 = weights
        z = anp.maximum(anp.dot(x, W1.T) + b1, 0) @ W2.T + b2
        return anp.mean(logsumexp(z, axis=1) - z[rows, t])

    both = autograd.value_and_grad(loss)

    def step():
        value, gradients = both(weights)
        descend(zip(weights, gradients, strict=True))
        return value

    return step


def torchs(model, x, t):
    pieces = torch.nn.Linear(INPUTS, HIDDEN), torch.nn.Linear(HIDDEN, CLASSES)
    chain = torch.nn.Sequential(pieces[0], torch.nn.ReLU(), pieces[1])
    for p, array in zip(chain.parameters(), model.params, strict=True):
        p.data = torch.from_numpy(array.copy())
    optimizer = torch.optim.SGD(chain.parameters(), LR)
    x, t = torch.from_numpy(x), torch.from_numpy(t)

    def step():
        optimizer.zero_grad()
        loss = cross_entropy(chain(x), t)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


STEPS = {
    "NumPy, recursion": recursion,
    "NumPy, layers": layers,
    "our Tensor": ours,
    "autograd": hips,
    "PyTorch": torchs,
}


# -- a graph of single numbers: y = a y + b, again and again; returns dy/da --------


def chain(a, b):
    y = a
    for _ in range(LINKS):
        y = y * a + b
    return y


def number(kind):
    """The same by a class of numbers that keep their gradient in `grad`."""

    def run():
        a, b = kind(0.9), kind(0.1)
        chain(a, b).backward()
        return float(a.grad)

    return run


NUMBERS = {
    "our Tensor": number(lambda x: Tensor(x, requires_grad=True)),
    "micrograd": number(Value),
    "autograd": lambda: float(autograd.grad(lambda a: chain(a, 0.1))(0.9)),
    "PyTorch": number(lambda x: torch.tensor(x, requires_grad=True)),
}


# -- measured -----------------------------------------------------------------------


def medians(tasks, what, tolerance):
    """Seconds of each task; their results must be one another's in each round."""

    def check(results):
        np.testing.assert_allclose(results, results[-1], rtol=tolerance)

    times = seconds(tasks, ROUNDS, WARM, what, check)
    return {name: median(each) for name, each in times.items()}


def rows(times, unit):
    """Microseconds for one of so many units, and as a share of PyTorch's."""
    return [
        {"what": name, "us": 1e6 * t / unit, "of PyTorch": t / times["PyTorch"]}
        for name, t in times.items()
    ]


def main():
    torch.set_num_threads(1)
    rng = np.random.default_rng(0)
    x = rng.random((BATCH, INPUTS), np.float32)
    t = rng.integers(CLASSES, size=BATCH)
    start = MLP(INPUTS, [HIDDEN], CLASSES, rng=0, dtype=np.float32)

    def copy():
        W, b = start.params[::2], start.params[1::2]
        return MLP.of([(p.copy(), q.copy()) for p, q in zip(W, b, strict=True)])

    steps = {name: make(copy(), x, t) for name, make in STEPS.items()}
    packages = ("numpy", "torch", "autograd", "micrograd")
    result = {
        "machine": {"processor": processor(), "rounds": ROUNDS}
        | {name: version(name) for name in packages},
        "batch": BATCH,
        "steps": rows(medians(steps, "steps", 1e-3), 1),
        "chain": 2 * LINKS,
        "nodes": rows(medians(NUMBERS, "nodes", 1e-4), 2 * LINKS),
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    for part in ("steps", "nodes"):
        for row in result[part]:
            print(f"{row['what']:18}{row['us']:9.1f} us{row['of PyTorch']:7.2f}")


if __name__ == "__main__":
    main()
