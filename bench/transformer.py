"""Time of a training step of one encoder block, beside torch's own.

    python bench/transformer.py        (about two minutes)

float32 on one thread, forward and backward in training mode with a dropout of 0.1, the
norm behind its part (post) or in front (pre), batches (N, T, d) with a small network of
4 d. Both take turns in each round; times are medians over the rounds, of the processor.
"speed" is torch's time divided by ours.
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

RESULT = Path(__file__).parent / "results" / "transformer.json"
SIZES = [((16, 32, 128), 4), ((4, 128, 256), 8), ((2, 128, 512), 8)]
ROUNDS, WARM = 31, 3


def timed(layers, shape):
    """{name: ms of forward and backward}"""
    x, dy = torch.randn(2, *shape)
    x.requires_grad_()
    times: dict[str, list[float]] = {name: [] for name in layers}
    for _ in range(WARM + ROUNDS):
        for name, layer in layers.items():
            layer.zero_grad()
            x.grad = None
            start = time.process_time()
            layer(x).backward(dy)
            times[name].append(time.process_time() - start)
    return {name: 1e3 * median(each[WARM:]) for name, each in times.items()}


def rows():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    for shape, heads in SIZES:
        for norm in ("post", "pre"):
            d = shape[-1]
            options = {"batch_first": True, "norm_first": norm == "pre"}
            layers = {
                who: module.TransformerEncoderLayer(d, heads, 4 * d, **options)
                for who, module in (("ours", nn), ("torch", torch.nn))
            }
            found = timed(layers, shape)
            speed = found["torch"] / found["ours"]
            yield {
                "shape": shape,
                "heads": heads,
                "norm": norm,
                "speed": speed,
                "ms": found,
            }


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
        whole = "".join(f"{who:>8}{ms:7.1f}" for who, ms in row["ms"].items())
        where = f"{row['shape']!s:16}{row['norm']:5}"
        print(f"{where}{row['speed']:6.2f} of torch's speed; ms{whole}")


if __name__ == "__main__":
    main()
