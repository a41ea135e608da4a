"""The NumPy trainer of the chapter on digits beside PyTorch and scikit-learn.

    python bench/mnist.py        (a minute and a half)

Softmax regression on random pictures of the size of MNIST: 60,000 x 784 numbers in
float32 and 10,000 more to measure the loss on, ten classes, each a blurred blot that
moves and is covered with noise. All sides get the same array and a single thread; the
trainer and PyTorch take the same batches in the same order and the same steps with
momentum. PyTorch runs as its tutorial has it (Linear, cross_entropy, SGD), with its
fused step and without; the faster one counts. SGDClassifier takes a step per sample and
ten losses of its own (one class against the rest), so beside equal epochs the sides are
compared at equal negative log-likelihood on the samples put aside: each has its best
rate of a list, and the clock stops at the loss that SGDClassifier reaches in its first,
second, … epoch; the worst of these ratios counts. Within a round the sides take turns.
Processor time, medians.
"""

import json
import os
import time
import tracemalloc
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before the libraries read it
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
from sklearn.linear_model import SGDClassifier
from tqdm import tqdm
from turns import processor

from chainrule.data import Batches, Loader
from chainrule.scratch.models import SoftmaxClassifier
from chainrule.scratch.nn import CrossEntropyLoss
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer

RESULT = Path(__file__).parent / "results" / "mnist.json"
SAMPLES, HELD, SIDE, CLASSES = 60_000, 10_000, 28, 10
BATCHES, LR, MU = [32, 100, 256], 0.05, 0.9
ROUNDS, EPOCHS = 9, 5
RATES = {
    "ours": [0.02, 0.1, 0.5],
    "SGDClassifier": [1e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1],
}


def pictures(seed=0):
    """Blots: (N, 784) in [0, 1], mostly 0, and their classes."""
    rng = np.random.default_rng(seed)
    grid = np.arange(SIDE)
    blots = np.zeros((CLASSES, SIDE, SIDE), np.float32)
    for blot in blots:
        for y, x in rng.uniform(6, SIDE - 6, size=(5, 2)):
            far = (grid[:, None] - y) ** 2 + (grid - x) ** 2
            blot += np.exp(-far / 8)
    N = SAMPLES + HELD
    t = rng.integers(CLASSES, size=N)
    X = np.empty((N, SIDE, SIDE), np.float32)
    shifts = rng.integers(-3, 4, size=(N, 2))
    for dy in range(-3, 4):
        for dx in range(-3, 4):
            rows = np.flatnonzero((shifts == (dy, dx)).all(axis=1))
            X[rows] = np.roll(blots, (dy, dx), axis=(1, 2))[t[rows]]
    X *= rng.uniform(0.3, 1.2, size=(N, 1, 1)).astype("f4")
    X += 0.5 * rng.standard_normal(X.shape, dtype="f4")
    np.clip(X, 0, 1, out=X)
    X = X.reshape(N, -1)
    return (X[:SAMPLES], t[:SAMPLES]), (X[SAMPLES:], t[SAMPLES:])


class Ours:
    def __init__(self, train, size, lr=LR):
        model = SoftmaxClassifier(SIDE**2, CLASSES)
        optimizer = MomentumSGD(model.params, lr, MU)
        loader = Loader(*train, size, 0)
        self.trainer = Trainer(model, CrossEntropyLoss(), optimizer, loader)

    def epoch(self):
        self.trainer.train(self.trainer.epoch + 1)

    def loss(self, X, t):
        return self.trainer.test(X, t)[0]


class Torch:
    def __init__(self, train, size, fused=False):
        self.X, self.t = map(torch.from_numpy, train)
        self.batches = Batches(SAMPLES, size, 0)
        self.layer = torch.nn.Linear(SIDE**2, CLASSES)
        for p in self.layer.parameters():
            torch.nn.init.zeros_(p)
        parameters = self.layer.parameters()
        self.optimizer = torch.optim.SGD(parameters, LR, MU, fused=fused)

    def epoch(self):
        for rows in self.batches:
            rows = torch.from_numpy(rows)
            self.optimizer.zero_grad()
            z = self.layer(self.X[rows])
            torch.nn.functional.cross_entropy(z, self.t[rows]).backward()
            self.optimizer.step()

    @torch.no_grad()
    def loss(self, X, t):
        z = self.layer(torch.from_numpy(X))
        return float(torch.nn.functional.cross_entropy(z, torch.from_numpy(t)))


class Sklearn:
    def __init__(self, train, rate=1e-3):
        self.train = train
        self.model = SGDClassifier(
            "log_loss",
            penalty=None,
            learning_rate="constant",
            eta0=rate,
            random_state=0,
        )

    def epoch(self):
        self.model.partial_fit(*self.train, classes=np.arange(CLASSES))

    def loss(self, X, t):
        p = self.model.predict_proba(X)[np.arange(len(t)), t]
        return float(-np.log(np.maximum(p, 1e-15)).mean())


def timed(side):
    start = time.process_time()
    side.epoch()
    return time.process_time() - start


def equal_epochs(train, held):
    """Seconds of an epoch, and the loss after it: the same steps, the same loss."""
    rows = []
    for size in BATCHES:
        makers = {
            "ours": lambda size=size: Ours(train, size),
            "torch": lambda size=size: Torch(train, size),
            "torch fused": lambda size=size: Torch(train, size, True),
        }
        times, losses = {name: [] for name in makers}, {}
        for _ in tqdm(range(ROUNDS), f"batch {size}"):
            for name, maker in makers.items():
                side = maker()
                times[name].append(timed(side))
                losses[name] = side.loss(*held)
        seconds = {name: median(values) for name, values in times.items()}
        best = min(seconds["torch"], seconds["torch fused"])
        rows.append({"batch": size, "seconds": seconds, "losses": losses})
        rows[-1]["of torch"] = seconds["ours"] / best
    return rows


def against_sklearn(train, held):
    """Time of an epoch, and time until the loss that SGDClassifier reaches."""
    sides = {"ours": lambda rate: Ours(train, 100, rate)}
    sides["SGDClassifier"] = lambda rate: Sklearn(train, rate)
    paths: dict[str, dict[float, list]] = {name: {} for name in sides}
    for k in tqdm(range(max(map(len, RATES.values()))), "SGDClassifier"):
        for name, maker in sides.items():
            for rate in RATES[name][k : k + 1]:
                side, clock, path = maker(rate), 0.0, []
                for _ in range(EPOCHS):
                    clock += timed(side)
                    path.append((clock, side.loss(*held)))
                paths[name][rate] = path
    lowest = {n: min(p[1] for way in w.values() for p in way) for n, w in paths.items()}
    epoch = {
        n: median(way[-1][0] / EPOCHS for way in w.values()) for n, w in paths.items()
    }

    def until(name, target):
        """Seconds of the fastest rate to a loss."""
        ways = paths[name].values()
        return min(clock for way in ways for clock, loss in way if loss <= target)

    races = []
    for k in range(EPOCHS):
        target = min(way[k][1] for way in paths["SGDClassifier"].values())
        reach = {name: until(name, target) for name in sides}
        races.append({"loss": target, "seconds": reach})
        races[-1]["of its time"] = reach["ours"] / reach["SGDClassifier"]
    return {
        "epoch": epoch,
        "of its epoch": epoch["ours"] / epoch["SGDClassifier"],
        "lowest loss": lowest,
        "equal loss": races,
        "of its time": max(race["of its time"] for race in races),
        "paths": {n: {str(r): way for r, way in w.items()} for n, w in paths.items()},
    }


def memory(train):
    """Peak of what the trainer takes beyond the data, in batches of 100."""
    tracemalloc.start()
    Ours(train, 100).epoch()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / train[0][:100].nbytes


def main():
    torch.set_num_threads(1)
    before = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    train, held = pictures()
    result = {
        "machine": {
            "processor": processor(),
            "load before": before,
            "NumPy": np.__version__,
            "PyTorch": torch.__version__,
            "rounds": ROUNDS,
        },
        "equal epochs": equal_epochs(train, held),
        "SGDClassifier": against_sklearn(train, held),
        "memory in batches": memory(train),
    }
    RESULT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print("seconds an epoch\nbatch   ours  torch  fused   ours/torch  loss")
    for row in result["equal epochs"]:
        ours, plain, fused = row["seconds"].values()
        loss = row["losses"]["ours"]
        print(f"{row['batch']:5}{ours:7.3f}{plain:7.3f}{fused:7.3f}", end="")
        print(f"{row['of torch']:10.2f}{loss:10.4f}")
    sgd = result["SGDClassifier"]
    print(f"\nSGDClassifier: {sgd['epoch']['SGDClassifier']:.2f} s an epoch; ", end="")
    print(f"ours takes {sgd['of its epoch']:.3f} of that")
    lowest = sgd["lowest loss"]
    print(f"its lowest loss {lowest['SGDClassifier']:.4f}, ours {lowest['ours']:.4f}")
    print("to the same loss   ours  SGDClassifier")
    for race in sgd["equal loss"]:
        ours, theirs = race["seconds"].values()
        print(f"{race['loss']:14.4f}{ours:8.2f} s{theirs:12.2f} s")
    print(f"ours takes at most {sgd['of its time']:.3f} of its time")
    print(f"\nmemory beyond the data: {result['memory in batches']:.2f} batches")


if __name__ == "__main__":
    main()
