"""`fit` beside the bare loop, and the loader from scratch beside torch's.

    python bench/training.py        (about two minutes)

The network 784-256-10 on random pictures of the size of MNIST's, SGD with momentum,
one thread. The bare loop is what the chapter on the training loop begins with: batch,
zero_grad, forward, loss, backward, step, and nothing else. The two take turns with
every update: the batches that `fit` is given come from a generator that first makes an
update of the other side, so that nothing that the machine does meanwhile falls on one
of them alone. What `fit` does once an epoch is told apart and shared out among the
updates. Processor time, which other programs of the machine cannot stretch; medians
over all updates. The loaders cut the same 10,000 samples into batches of 100, shuffled.
"""

import json
import os
import tempfile
import time
from collections import deque
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before the libraries read it

import torch
from torch.nn.functional import cross_entropy
from tqdm import tqdm
from turns import processor, seconds

from chainrule.data import DataLoader
from chainrule.training import clip_grad_norm_, fit

RESULT = Path(__file__).parent / "results" / "training.json"
SAMPLES, INPUTS, HIDDEN, CLASSES, LR, MU = 10_000, 784, 256, 10, 0.01, 0.9
BATCHES, ROUNDS = [32, 100, 256], 9


def pictures():
    generator = torch.Generator().manual_seed(0)
    X = torch.rand(SAMPLES, INPUTS, generator=generator)
    return X, torch.randint(CLASSES, (SAMPLES,), generator=generator)


class Side:
    """A network and its optimizer, the same at the start of every side."""

    def __init__(self):
        torch.manual_seed(0)
        layers = torch.nn.Linear(INPUTS, HIDDEN), torch.nn.ReLU()
        self.model = torch.nn.Sequential(*layers, torch.nn.Linear(HIDDEN, CLASSES))
        self.optimizer = torch.optim.SGD(self.model.parameters(), LR, MU)


def bare(side, x, t):
    side.optimizer.zero_grad()
    cross_entropy(side.model(x), t).backward()
    side.optimizer.step()


def clipped(side, x, t):
    side.optimizer.zero_grad()
    cross_entropy(side.model(x), t).backward()
    torch.nn.utils.clip_grad_norm_(side.model.parameters(), 1.0)
    side.optimizer.step()


# name: the loop beside which it runs, and the arguments of fit
SIDES = {
    "as it is": (bare, {}),
    "with clipping": (clipped, {"clip_grad_norm": 1.0}),
    "with checkpoints": (bare, {"path": "run.pt"}),
}


def beside(update, options, batches):
    """Seconds of every update of the loop and of fit, and of the rest of fit."""
    ours, loop, times = Side(), Side(), []
    clock = time.process_time

    def turns():
        for x, t in batches:
            start = clock()
            update(loop, x, t)
            middle = clock()
            yield x, t
            times.append((middle - start, clock() - middle))

    with tempfile.TemporaryDirectory() as folder:
        if "path" in options:
            options = {"path": Path(folder) / options["path"]}
        options = {"epochs": 1, "progress": False, **options}
        start = clock()
        fit(ours.model, cross_entropy, ours.optimizer, turns(), **options)
        rest = clock() - start - sum(map(sum, times))
    pairs = zip(ours.model.parameters(), loop.model.parameters(), strict=True)
    assert all(torch.equal(p, q) for p, q in pairs), "not the same training"
    return times, rest


def loops(X, t):
    """By batch size: microseconds of a bare update, and what fit adds to it."""
    rows = []
    for size in BATCHES:
        batches = [*zip(X.split(size), t.split(size), strict=True)]
        for name, (update, options) in SIDES.items():
            times, rests = [], []
            for _ in tqdm(range(ROUNDS), f"batch {size}, {name}"):
                found, rest = beside(update, options, batches)
                times += found[5:]  # warm
                rests.append(rest)
            loop = median(a for a, _ in times)
            each, once = median(b for _, b in times) - loop, median(rests)
            rows.append(
                {
                    "batch": size,
                    "fit": name,
                    "us": 1e6 * loop,
                    "us more": 1e6 * each,
                    "us more an epoch": 1e6 * once,
                    "of the loop": 1 + (each + once / len(batches)) / loop,
                }
            )
    return rows


class Pairs:
    """Samples one at a time, as a loader takes them."""

    def __init__(self, X, t):
        self.X, self.t = X, t

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        return self.X[index], self.t[index]


def beside_torch(sides, what, unit, scale):
    """Medians of both sides in a unit, and of their quotient in each round."""
    times = seconds(sides, ROUNDS, what=what)
    pairs = zip(*times.values(), strict=True)
    return {
        unit: {name: scale * median(each) for name, each in times.items()},
        "of torch": median(ours / theirs for ours, theirs in pairs),
    }


def loaders(X, t):
    """Seconds of an epoch of batches of 100: ours and torch's, without workers."""
    data = Pairs(X, t)
    ours = DataLoader(data, 100, shuffle=True)
    theirs = torch.utils.data.DataLoader(data, 100, shuffle=True)
    sides = {"ours": lambda: deque(ours, 0), "torch": lambda: deque(theirs, 0)}
    return beside_torch(sides, "loaders", "seconds", 1)


def clipping():
    """Microseconds to clip the gradients of the network: ours and torch's."""
    parameters = [*Side().model.parameters()]
    for p in parameters:
        p.grad = torch.ones_like(p)

    def hundred(clip):
        for _ in range(100):
            clip(parameters, 1.0)

    sides = {
        "ours": lambda: hundred(clip_grad_norm_),
        "torch": lambda: hundred(torch.nn.utils.clip_grad_norm_),
    }
    return beside_torch(sides, "clipping", "us", 1e4)


def main():
    torch.set_num_threads(1)
    before = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    X, t = pictures()
    result = {
        "machine": {
            "processor": processor(),
            "load before": before,
            "PyTorch": torch.__version__,
            "rounds": ROUNDS,
        },
        "loops": loops(X, t),
        "loaders": loaders(X, t),
        "clipping": clipping(),
    }
    RESULT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print("batch  fit               the loop, us   more  an epoch   of the loop")
    for row in result["loops"]:
        print(f"{row['batch']:5}  {row['fit']:16}{row['us']:14.0f}", end="")
        print(f"{row['us more']:7.1f}{row['us more an epoch']:10.0f}", end="")
        print(f"{row['of the loop']:14.3f}")
    for name in ("loaders", "clipping"):
        print(f"{name}: ours takes {result[name]['of torch']:.2f} of torch's time")


if __name__ == "__main__":
    main()
