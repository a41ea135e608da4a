"""Time of one update and of one epoch against the batch size.

    python bench/batch_size.py        (about two minutes)

The lecture's question on the machine at hand: 60,000 samples of the size of MNIST
(random numbers; their values do not change the time), a network 784-256-10, plain SGD.
All batch sizes take turns in each round; times are medians over the rounds. On the CPU
one thread is measured by its processor time, which other programs of the machine cannot
stretch; on a GPU, where there is one, by the wall clock. "x 1" is the time of an update
divided by that of an update on one sample, "x least" the time of an epoch divided by
the shortest.
"""

import json
import os
import platform
import time
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy
from turns import processor

from chainrule.analysis import batch_times

RESULT = Path(__file__).parent / "results" / "batch_size.json"
SAMPLES, INPUTS, HIDDEN, CLASSES = 60_000, 784, 256, 10
SIZES = [1, 10, 100, 1000, 10_000, 60_000]
THREADS, ROUNDS, WARM, LR = 1, 25, 3, 1e-3


def updater(device):
    """update(size) on a device: forward, backward, step; done when it returns."""
    generator = torch.Generator().manual_seed(0)
    X = torch.randn(SAMPLES, INPUTS, generator=generator).to(device)
    t = torch.randint(CLASSES, (SAMPLES,), generator=generator).to(device)
    shapes = [(INPUTS, HIDDEN), (HIDDEN, CLASSES)]
    weights = [
        (torch.randn(s, generator=generator) / s[0] ** 0.5).to(device).requires_grad_()
        for s in shapes
    ]
    optimizer = torch.optim.SGD(weights, lr=LR)

    def update(size):
        optimizer.zero_grad()
        logits = torch.relu(X[:size] @ weights[0]) @ weights[1]
        cross_entropy(logits, t[:size]).backward()
        optimizer.step()
        if device == "cuda":
            torch.cuda.synchronize()

    return update


def rows(device):
    clock = time.perf_counter if device == "cuda" else time.process_time
    times = batch_times(updater(device), SAMPLES, SIZES, ROUNDS, WARM, clock)
    one, least = times[1][0], min(epoch for _, epoch in times.values())
    return [
        {
            "batch": size,
            "update": update,
            "epoch": epoch,
            "x 1": update / one,
            "x least": epoch / least,
        }
        for size, (update, epoch) in times.items()
    ]


def main():
    torch.set_num_threads(THREADS)
    result = {
        "machine": {
            "processor": processor(),
            "cores": os.cpu_count(),
            "threads": THREADS,
            "system": platform.system(),
            "Python": platform.python_version(),
            "PyTorch": torch.__version__,
            "rounds": ROUNDS,
        },
        "samples": SAMPLES,
        "devices": {"cpu": rows("cpu")},
    }
    if torch.cuda.is_available():
        result["machine"]["GPU"] = torch.cuda.get_device_name()
        result["devices"]["cuda"] = rows("cuda")
    RESULT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for device, measured in result["devices"].items():
        print(f"{device}\n{'batch':>7}{'update ms':>12}{'x 1':>9}{'epoch s':>10}")
        for row in measured:
            ms = 1e3 * row["update"]
            print(f"{row['batch']:7}{ms:12.3f}{row['x 1']:9.2f}{row['epoch']:10.2f}")


if __name__ == "__main__":
    main()
