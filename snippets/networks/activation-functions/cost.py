# kind: study
"""What an activation costs beside its layer, in NumPy.

Prints CSV: nanoseconds a number of the output (best of 20 rounds), for three
activations of a batch, and for the linear layer before them.
"""

# --8<-- [start:cost]
import time

import numpy as np

from chainrule.scratch.nn import Linear, relu, sigmoid, tanh

WIDTH, BATCH, ROUNDS = 512, 200, 20
x = np.random.default_rng(0).normal(size=(BATCH, WIDTH))
layer = Linear(WIDTH, WIDTH, rng=0)
tasks = {"relu": relu, "tanh": tanh, "sigmoid": sigmoid}
tasks["linear"] = layer.forward


def seconds(task):
    start = time.perf_counter()
    task(x)
    return time.perf_counter() - start


print("what,ns")
for name, task in tasks.items():
    best = min(seconds(task) for _ in range(ROUNDS))
    print(f"{name},{best / x.size * 1e9:.2f}")
# --8<-- [end:cost]
