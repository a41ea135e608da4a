"""Time of an activation beside that of the linear layer before it, in NumPy.

    python bench/activations.py        (some seconds)

A batch of 200 samples of 512 numbers, through a layer to as many numbers and through
each activation; one thread. All take turns in each round; times are medians over the
rounds, of the processor, which other programs of the machine cannot stretch. "ns" is
for one number of the result, "of the layer" the time divided by that of the layer.
"""

import json
import os
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy reads it

import numpy as np
from turns import processor, seconds

from chainrule.scratch.nn import Linear, relu, sigmoid, tanh

RESULT = Path(__file__).parent / "results" / "activations.json"
WIDTH, BATCH, ROUNDS, WARM = 512, 200, 101, 5


def rows():
    x = np.random.default_rng(0).normal(size=(BATCH, WIDTH))
    layer = Linear(WIDTH, WIDTH, rng=0)
    functions = {"linear layer": layer.forward, "ReLU": relu, "sigmoid": sigmoid}
    functions["tanh"] = tanh
    tasks = {name: partial(function, x) for name, function in functions.items()}
    times = seconds(tasks, ROUNDS, WARM)
    found = {name: median(each) for name, each in times.items()}
    return [
        {
            "what": name,
            "ns": 1e9 * time / x.size,
            "of the layer": time / found["linear layer"],
        }
        for name, time in found.items()
    ]


def main():
    result = {
        "machine": {
            "processor": processor(),
            "threads": 1,
            "NumPy": np.__version__,
            "rounds": ROUNDS,
        },
        "width": WIDTH,
        "batch": BATCH,
        "rows": rows(),
    }
    RESULT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for row in result["rows"]:
        print(f"{row['what']:14}{row['ns']:8.2f} ns{row['of the layer']:8.3f}")


if __name__ == "__main__":
    main()
