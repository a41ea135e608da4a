"""Time and memory of attention: our default, torch's kernel, and the formula.

    python bench/attention.py        (about two minutes)

float32 on one thread, one sequence of T positions in four heads of 64, forward and
backward. All ways take turns in each round, in another order each time; times are
medians over the rounds, of the processor. "speed" is the kernel's time divided by ours.
"kept" is what a forward keeps for the way back, in bytes, and is counted, not timed.
"""

import json
import os
import time
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch reads it

import torch
from torch.nn.functional import scaled_dot_product_attention as kernel
from turns import processor

from chainrule.nn import causal_mask, scaled_dot_product_attention

RESULT = Path(__file__).parent / "results" / "attention.json"
LENGTHS, HEADS, SIZE = (128, 256, 512, 1024, 2048, 4096), 4, 64
WARM = 2


def formula(q, k, v):
    return scaled_dot_product_attention(q, k, v, need_weights=True)[0]


def ways(length):
    seen = ~causal_mask(length)
    return {
        "ours": scaled_dot_product_attention,
        "torch": kernel,
        "formula": formula,
        "is_causal": partial(scaled_dot_product_attention, is_causal=True),
        "mask": partial(scaled_dot_product_attention, attn_mask=seen),
    }


def inputs(length):
    return [torch.randn(1, HEADS, length, SIZE, requires_grad=True) for _ in range(3)]


def kept(function, given):
    """Bytes that a forward keeps for the way back, each memory once."""
    held = {}

    def pack(x):
        held[x.untyped_storage().data_ptr()] = x.untyped_storage().nbytes()
        return x

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda x: x):
        y = function(*given)
    del y
    return sum(held.values())


def timed(functions, given, rounds):
    """{name: (ms forward, ms backward)}"""
    dy = torch.randn_like(given[2])
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in functions}
    names = [*functions]
    for turn in range(WARM + rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            for x in given:
                x.grad = None
            start = time.process_time()
            y = functions[name](*given)
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
    for length in LENGTHS:
        functions, given = ways(length), inputs(length)
        rounds = min(101, max(5, 20_000 // length))
        found = timed(functions, given, rounds)
        whole = {who: sum(way) for who, way in found.items()}
        yield {
            "length": length,
            "rounds": rounds,
            "forward": {who: way[0] for who, way in found.items()},
            "ms": whole,
            "speed": whole["torch"] / whole["ours"],
            "kept": {who: kept(functions[who], given) for who in ("ours", "formula")},
        }


def main():
    result = {
        "machine": {
            "processor": processor(),
            "threads": 1,
            "torch": torch.__version__,
            "heads": HEADS,
            "size": SIZE,
        },
        "rows": [*rows()],
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    for row in result["rows"]:
        whole = "".join(f"{who:>11}{ms:8.1f}" for who, ms in row["ms"].items())
        print(f"{row['length']:5}{row['speed']:6.2f} of torch's speed; ms{whole}")


if __name__ == "__main__":
    main()
