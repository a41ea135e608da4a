"""Time of each normalization, forward and backward, beside torch's own kernel.

    python bench/normalization.py        (under a minute)

float32 on one thread: batch, instance and group normalization on a batch of a CNN,
(32, 64, 32, 32); layer and RMS normalization on one of a Transformer, (16, 256, 512);
so are, for comparison, the same operations as ours left to autograd, and our formula
where ours goes by torch's kernel. All of a shape take turns in each round; times are
medians over the rounds, of the processor. "speed" is torch's time divided by ours.
"""

import json
import os
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch reads it

import torch
from turns import processor

from chainrule import nn

RESULT = Path(__file__).parent / "results" / "normalization.json"
IMAGES, TOKENS = (32, 64, 32, 32), (16, 256, 512)
ROUNDS, WARM = 31, 4
TASKS = [
    ("BatchNorm2d", (64,), IMAGES, (0, 2, 3)),
    ("InstanceNorm2d", (64,), IMAGES, (2, 3)),
    ("GroupNorm", (8, 64), IMAGES, None),
    ("LayerNorm", (512,), TOKENS, (-1,)),
    ("RMSNorm", (512,), TOKENS, None),
]


def left_to_autograd(dims):
    def forward(x):
        mean = x.mean(dims, keepdim=True)
        variance = (x - mean).square().mean(dims, keepdim=True)
        return (x - mean) / torch.sqrt(variance + 1e-5)

    return forward


def timed(layers, shape):
    """{name: (ms forward, ms backward)}"""
    x, dy = torch.randn(2, *shape)
    x.requires_grad_()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in layers}
    for _ in range(WARM + ROUNDS):
        for name, layer in layers.items():
            x.grad = None
            start = time.process_time()
            y = layer(x)
            between = time.process_time()
            y.backward(dy)
            times[name].append((between - start, time.process_time() - between))
    return {
        name: [1e3 * median(way) for way in zip(*each[WARM:], strict=True)]
        for name, each in times.items()
    }


def rows():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    for name, args, shape, dims in TASKS:
        layers = {"ours": getattr(nn, name)(*args)}
        layers["torch"] = getattr(torch.nn, name)(*args)
        if hasattr(layers["ours"], "fused"):
            layers["formula"] = getattr(nn, name)(*args, fused=False)
        if dims:
            layers["autograd"] = left_to_autograd(dims)
        found = timed(layers, shape)
        row = {"what": name, "shape": shape}
        for who, (forward, backward) in found.items():
            row[who] = {"forward": forward, "backward": backward}
        whole = {who: sum(ways) for who, ways in found.items()}
        yield row | {"speed": whole["torch"] / whole["ours"], "ms": whole}


def main():
    result = {
        "machine": {
            "processor": processor(),
            "threads": 1,
            "torch": torch.__version__,
            "rounds": ROUNDS,
        },
        "rows": [*rows()],
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    for row in result["rows"]:
        whole = "".join(f"{who:>10}{ms:7.1f}" for who, ms in row["ms"].items())
        print(f"{row['what']:15}{row['speed']:6.2f} of torch's speed; ms{whole}")


if __name__ == "__main__":
    main()
