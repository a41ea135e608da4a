"""Time and memory of the NumPy Conv2d by im2col, beside torch's and beside the loops.

    python bench/convolution.py        (about a minute)

float64 on one thread, batches of the size of MNIST's: (64, 1, 28, 28) and, as a second
layer has it, (64, 8, 14, 14), with 3 x 3 filters and padding 1. Beside torch.nn.Conv2d
forward and backward together; beside the loops, which have no backward, forward alone,
and they are given one picture, whose time counts once for each. All take turns in each
round; times are medians over the rounds, of the processor. "memory" is what the columns
of im2col take, over what its input takes, as tracemalloc saw it.
"""

import json
import os
import tracemalloc
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before torch and NumPy read it

import numpy as np
import torch
from turns import processor, seconds

from chainrule.scratch import nn

RESULT = Path(__file__).parent / "results" / "convolution.json"
LAYERS = [(1, 8, 28), (8, 16, 14)]  # channels in and out, side of the picture
SAMPLES, ROUNDS, WARM = 64, 31, 3


def both(n_in, n_out):
    """Ours, and torch's with its weights."""
    ours = nn.Conv2d(n_in, n_out, 3, padding=1, rng=0)
    theirs = torch.nn.Conv2d(n_in, n_out, 3, padding=1, dtype=torch.float64)
    with torch.no_grad():
        for p, array in zip(theirs.parameters(), ours.params, strict=True):
            p.copy_(torch.tensor(array))
    return ours, theirs


def timed(n_in, n_out, side):
    ours, theirs = both(n_in, n_out)
    x = np.random.default_rng(0).normal(size=(SAMPLES, n_in, side, side))
    leaf = torch.tensor(x, requires_grad=True)
    dy = np.ones((SAMPLES, n_out, side, side))
    upstream = torch.tensor(dy)

    def numpy_both_ways():
        y = ours.forward(x)
        return y, ours.backward(dy)

    def torch_both_ways():
        leaf.grad = None
        y = theirs(leaf)
        y.backward(upstream)
        return y.detach().numpy(), leaf.grad.numpy()

    def agree(results):
        for mine, other in zip(*results[:2], strict=True):
            np.testing.assert_allclose(mine, other, rtol=1e-10, atol=1e-12)

    tasks = {"ours": numpy_both_ways, "torch": torch_both_ways}
    found = seconds(tasks, ROUNDS, WARM, f"{n_in} to {n_out} channels", agree)
    padded = np.pad(x[:1], [(0, 0), (0, 0), (1, 1), (1, 1)])[0]
    one = {
        "loops": lambda: nn.conv2d_loops(padded, *ours.params),
        "ours": lambda: ours.forward(x[:1])[0],
    }
    alone = seconds(one, 3, check=lambda r: np.testing.assert_allclose(*r, rtol=1e-10))
    whole = seconds({"ours": lambda: ours.forward(x)}, ROUNDS, WARM)["ours"]
    ms = {who: 1e3 * median(each) for who, each in found.items()}
    loops = 1e3 * median(alone["loops"]) * SAMPLES
    return {
        "sizes": [n_in, n_out, side],
        "ms": ms,
        "times torch": ms["ours"] / ms["torch"],
        "loops": loops,
        "times loops": loops / (1e3 * median(whole)),
    }


def memory(kernel_size):
    """Bytes of the columns over those of x: as traced, and by the law."""
    side = 64 + kernel_size - 1
    x = np.zeros((4, 8, side, side))
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    columns = nn.im2col(x, (kernel_size, kernel_size))
    traced = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    del columns
    law = kernel_size**2 * 64**2 / side**2
    return {"kernel": kernel_size, "memory": traced / x.nbytes, "law": law}


def main():
    torch.set_num_threads(1)
    result = {
        "machine": {
            "processor": processor(),
            "threads": 1,
            "torch": torch.__version__,
            "numpy": np.__version__,
            "rounds": ROUNDS,
        },
        "rows": [timed(*sizes) for sizes in LAYERS],
        "memory": [memory(k) for k in (3, 5, 7)],
    }
    RESULT.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    for row in result["rows"]:
        print(
            f"{row['sizes']}: {row['times torch']:.2f} of torch's time, "
            f"{row['times loops']:.0f} times as fast as the loops"
        )
    for row in result["memory"]:
        print("{kernel} x {kernel}: {memory:.2f}, by the law {law:.2f}".format(**row))


if __name__ == "__main__":
    main()
