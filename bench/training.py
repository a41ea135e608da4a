"""`fit` beside the bare loop, and the loader from scratch beside torch's.

    python bench/training.py        (about two minutes)

The network 784-256-10 on random pictures of the size of MNIST's, SGD with momentum,
one thread. The bare loop is what the chapter on the training loop begins with: batch,
zero_grad, forward, loss, backward, step, nothing else; `train_one_epoch` also adds up
the loss; `fit` has all that it has by default, and in another row a checkpoint an
epoch, clipping, and a progress bar that is drawn. Bare loop and rivals take turns with
every epoch, on the same batches, which are ready in memory. Processor time, which
other programs of the machine cannot stretch; medians over the rounds of the ratios
within a round. The loaders cut 60,000 samples into batches of 100, shuffled.
"""

import json
import os
import tempfile
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before the libraries read it

import torch
from batch_size import processor
from torch.nn.functional import cross_entropy
from tqdm import tqdm

from chainrule.data import DataLoader
from chainrule.training import clip_grad_norm_, fit, train_one_epoch

RESULT = Path(__file__).parent / "results" / "training.json"
SAMPLES, INPUTS, HIDDEN, CLASSES, LR, MU = 10_000, 784, 256, 10, 0.01, 0.9
BATCHES, ROUNDS = [32, 100, 256], 25


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


def bare(side, batches):
    for x, t in batches:
        side.optimizer.zero_grad()
        cross_entropy(side.model(x), t).backward()
        side.optimizer.step()


def bare_clipped(side, batches):
    for x, t in batches:
        side.optimizer.zero_grad()
        cross_entropy(side.model(x), t).backward()
        torch.nn.utils.clip_grad_norm_(side.model.parameters(), 1.0)
        side.optimizer.step()


def one_epoch(side, batches):
    train_one_epoch(side.model, cross_entropy, side.optimizer, batches)


def fitted(side, batches, **options):
    options = {"epochs": 1, "progress": False, **options}
    fit(side.model, cross_entropy, side.optimizer, batches, **options)


def clipped(side, batches):
    fitted(side, batches, clip_grad_norm=1.0)


def kept(side, batches):
    with tempfile.TemporaryDirectory() as folder:
        fitted(side, batches, path=Path(folder) / "run.pt")


# name: what runs, and beside which loop
SIDES = {
    "train_one_epoch": (one_epoch, bare),
    "fit": (fitted, bare),
    "fit, clipping": (clipped, bare_clipped),
    "fit, checkpoint": (kept, bare),
}


def timed(run, side, batches):
    start = time.process_time()
    run(side, batches)
    return time.process_time() - start


def loops(X, t):
    """By batch size: microseconds an update, and the ratio to its bare loop."""
    rows = []
    for size in BATCHES:
        batches = [*zip(X.split(size), t.split(size), strict=True)]
        runs = {run for pair in SIDES.values() for run in pair}
        ratios: dict[str, list[float]] = {name: [] for name in SIDES}
        seconds: dict[str, list[float]] = {run.__name__: [] for run in runs}
        sides = {run: Side() for run in runs}
        for run, side in sides.items():
            timed(run, side, batches)
        for k in tqdm(range(ROUNDS), f"batch {size}"):
            order = sorted(runs, key=lambda run: run.__name__)
            now = {}
            for run in order[k % len(order) :] + order[: k % len(order)]:
                now[run] = timed(run, sides[run], batches)
                seconds[run.__name__].append(now[run])
            for name, (ours, loop) in SIDES.items():
                ratios[name].append(now[ours] / now[loop])
        same = zip(
            sides[bare].model.parameters(),
            sides[fitted].model.parameters(),
            strict=True,
        )
        assert all(torch.equal(a, b) for a, b in same)
        steps = len(batches)
        rows.append(
            {
                "batch": size,
                "us": {n: 1e6 * median(s) / steps for n, s in seconds.items()},
                "of the loop": {n: median(r) for n, r in ratios.items()},
            }
        )
    return rows
