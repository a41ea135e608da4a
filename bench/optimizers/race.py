"""Times of a step, side by side in one process."""

import random
import statistics
import time
import warnings
from functools import cache

import torch
from rivals import races
from tqdm import tqdm

THREADS, LAYOUTS, ROUNDS, WARM = 2, 8, 4, 1
LATER = {"RAdam": 6, "RAdamPaper": 6}  # steps until they are what they are called


def transformer(d=256, layers=12, words=2000):
    """Shapes of an embedding and of blocks with biases and normalizations."""
    attention = [(3 * d, d), (3 * d,), (d, d), (d,)]
    network = [(4 * d, d), (4 * d,), (d, 4 * d), (d,)]
    return [(words, d), *layers * (attention + network + 4 * [(d,)])]


SETS = {"transformer": transformer(), "one tensor": [(25_000_000,)]}


def weights(shapes):
    """Where they lie is new each time; what stands in them is not."""
    out = [numbers(shape)[0].clone().requires_grad_() for shape in shapes]
    for p in out:
        p.grad = numbers(tuple(p.shape))[1].clone()
    return out


@cache
def numbers(shape):
    return torch.randn(2, *shape, generator=torch.Generator().manual_seed(0))


def seconds(step):
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def measure(only=(), layouts=LAYOUTS):
    """Times of all rows, in milliseconds, under the settings of this process."""
    torch.set_num_threads(THREADS)
    warnings.simplefilter("ignore")  # adabound calls torch as it was in 2019
    rows, contests = [], [*races(only)]
    turns = sum(ROUNDS + LATER.get(race.name, WARM) for race in contests)
    total = len(SETS) * layouts * turns
    with tqdm(total=total, unit="round", leave=False) as bar:
        for title, shapes in SETS.items():
            for race in contests:
                bar.set_description(f"{race.name}, {title}")
                row = run(race, shapes, layouts, bar)
                rows.append({"set": title, "optimizer": race.name, **row})
    rate = max(row["GB/s"] for row in rows)
    return [row | {"limit": 1e3 * row["GB"] / rate} for row in rows]


def run(race, shapes, layouts, bar):
    a, b = torch.zeros(25_000_000), torch.ones(25_000_000)
    times, chance = {rival: [] for rival in (*race.makers, "limit")}, random.Random(0)
    for _ in range(layouts):
        steps = {"limit": lambda: a.add_(b)}
        for rival in chance.sample([*race.makers], len(race.makers)):
            steps[rival] = race.makers[rival](weights(shapes)).step
        warm = LATER.get(race.name, WARM)
        for turn in range(warm + ROUNDS):
            for rival in chance.sample([*steps], len(steps)):
                taken = seconds(steps[rival])
                if turn >= warm:
                    times[rival].append(taken)
            bar.update()
    fastest = min(times.pop("limit"))
    number = sum(torch.Size(s).numel() for s in shapes)
    ratios = {
        f"x {rival}": statistics.median(
            t / o for t, o in zip(taken, times["ours"], strict=True)
        )
        for rival, taken in times.items()
        if rival != "ours"
    }
    return {
        **{rival: statistics.median(t) * 1e3 for rival, t in times.items()},
        **ratios,
        "kernel": race.kernel,
        "absent": race.absent,
        "GB": 4e-9 * number * (3 + 2 * race.buffers),
        "GB/s": 12e-9 * a.numel() / fastest,
    }
