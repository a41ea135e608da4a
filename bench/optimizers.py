"""How long one step takes: our optimizers beside torch's, and the memory's limit.

    python bench/optimizers.py        (about four minutes)

All rivals of a row run in one process, each on tensors of its own, in an order drawn
anew in each round. Where in memory its tensors lie can cost a rival five percent, so
they are made anew, in another order, nine times. Times are medians over the rounds;
"x fused" is the median over the rounds of torch's time divided by ours in the same
round, so over 1 is faster than torch. The limit is the time in which the bytes that a
formula must move (w and its buffers read and written, g read) could be moved at the
best rate that torch's simplest in-place kernel, a.add_(b), reached on tensors of 100 MB
in the same process.

glibc gives large temporaries back to the system after use and pays for it with page
faults at the next one. So everything is measured twice: as installed, and with
glibc told to keep the memory.
"""

import argparse
import json
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import torch
from tqdm import tqdm

from chainrule import optim

RESULT = Path(__file__).parent / "results" / "optimizers.json"
THREADS, LAYOUTS, ROUNDS, WARM = 2, 9, 5, 1
KEEP = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": str(1 << 62)}
SETTINGS = {"installed": {}, "memory kept": KEEP}
PATHS = {"default": {}, "foreach": {"foreach": True}, "fused": {"fused": True}}
RIVALS = {  # ours: torch's class, its options, its paths
    "SGD": ("SGD", {}, PATHS),
    "Momentum": ("SGD", {"momentum": 0.9}, PATHS),
    "Nesterov": ("SGD", {"momentum": 0.9, "nesterov": True}, PATHS),
    "RMSprop": ("RMSprop", {}, ("default", "foreach")),
    "Adam": ("Adam", {}, PATHS),
    "AdamNoBiasCorrection": ("Adam", {}, ("default",)),
    "AdamW": ("AdamW", {}, PATHS),
}
SAME = {"SGD", "Momentum", "Adam", "AdamW"}  # torch has a fused kernel of this


def transformer(d=256, layers=12, words=2000):
    """Shapes of an embedding and of blocks with biases and normalizations."""
    attention = [(3 * d, d), (3 * d,), (d, d), (d,)]
    network = [(4 * d, d), (4 * d,), (d, 4 * d), (d,)]
    return [(words, d), *layers * (attention + network + 4 * [(d,)])]


SETS = {"transformer": transformer(), "one tensor": [(25_000_000,)]}


def weights(shapes):
    generator = torch.Generator().manual_seed(0)
    out = [torch.randn(s, generator=generator).requires_grad_() for s in shapes]
    for p in out:
        p.grad = torch.randn(p.shape, generator=generator)
    return out


def seconds(step):
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def measure():
    """Times of all rows, in milliseconds, under the settings of this process."""
    torch.set_num_threads(THREADS)
    rows = []
    total = len(SETS) * len(RIVALS) * LAYOUTS * (ROUNDS + WARM)
    with tqdm(total=total, unit="round", leave=False) as bar:
        for (title, shapes), name in ((s, n) for s in SETS.items() for n in RIVALS):
            bar.set_description(f"{name}, {title}")
            rows.append({"set": title, "optimizer": name, **race(name, shapes, bar)})
    rate = max(row["GB/s"] for row in rows)
    return [row | {"limit": 1e3 * row["GB"] / rate} for row in rows]


def race(name, shapes, bar):
    theirs, options, paths = RIVALS[name]
    ours = getattr(optim, name)
    makers = {"ours": partial(ours, lr=1e-4)}
    for path in paths:
        given = {"lr": 1e-4, **options, **PATHS[path]}
        makers[path] = partial(getattr(torch.optim, theirs), **given)
    a, b = torch.zeros(25_000_000), torch.ones(25_000_000)
    times, chance = {rival: [] for rival in (*makers, "limit")}, random.Random(0)
    for _ in range(LAYOUTS):
        steps = {"limit": lambda: a.add_(b)}
        for rival in chance.sample([*makers], len(makers)):
            steps[rival] = makers[rival](weights(shapes)).step
        for turn in range(WARM + ROUNDS):
            for rival in chance.sample([*steps], len(steps)):
                taken = seconds(steps[rival])
                if turn >= WARM:
                    times[rival].append(taken)
            bar.update()
    fastest = times.pop("limit")
    number = sum(torch.Size(s).numel() for s in shapes)
    row = {rival: statistics.median(t) * 1e3 for rival, t in times.items()}
    row["GB"] = 4e-9 * number * (3 + 2 * len(ours.buffers))
    row["GB/s"] = 12e-9 * a.numel() / min(fastest)
    for path in paths:
        pairs = zip(times[path], times["ours"], strict=True)
        row[f"x {path}"] = statistics.median(t / o for t, o in pairs)
    return row


def machine():
    info = Path("/proc/cpuinfo")
    names = (
        re.findall(r"model name\s*: (.*)", info.read_text()) if info.exists() else []
    )
    return {
        "processor": names[0] if names else platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "threads": THREADS,
        "system": platform.system(),
        "Python": platform.python_version(),
        "PyTorch": torch.__version__,
        "rounds": LAYOUTS * ROUNDS,
    }


def verdict(row):
    """What is to reach, and whether it was."""
    if row["optimizer"] in SAME:
        return "≥ 0.97 fused", row["x fused"] >= 0.97
    return "≥ 1 default", row["x default"] >= 1


def table(result):
    """The result as Markdown."""
    about = ", ".join(f"{key} {value}" for key, value in result["machine"].items())
    lines = [f"Milliseconds a step, float32. {about}"]
    columns = ["ours", "default", "foreach", "fused", "limit"]
    columns += ["x default", "x foreach", "x fused"]
    for setting, rows in result["settings"].items():
        for title in SETS:
            lines += ["", f"**{title}, {setting}**", ""]
            lines += ["| " + " | ".join(["optimizer", *columns, "to reach", ""]) + " |"]
            lines += ["|---" + "|---:" * len(columns) + "|---|---|"]
            for row in (row for row in rows if row["set"] == title):
                cells = [(f"{row[c]:.2f}" if c in row else "–") for c in columns]
                aim, reached = verdict(row)
                cells += [aim, "yes" if reached else "no"]
                lines += [f"| {row['optimizer']} | " + " | ".join(cells) + " |"]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    if parser.parse_args().measure:
        print(json.dumps(measure()))
        return
    result = {"machine": machine(), "settings": {}}
    for setting, variables in SETTINGS.items():
        command = [sys.executable, __file__, "--measure"]
        environment = {**os.environ, **variables}
        made = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, check=True
        )
        result["settings"][setting] = json.loads(made.stdout)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(table(result))


if __name__ == "__main__":
    main()
