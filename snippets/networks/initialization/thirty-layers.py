# kind: study, tested with SEEDS=2
"""Thirty ReLU layers: how large are their outputs and their delta?

Prints CSV: the rule for the variance of the weights, layer; the root mean
square of its outputs over that of the input, median, lowest and highest over
the networks, and by (16.11); the same of its delta over that of the last.
"""

# --8<-- [start:study]
import numpy as np

from chainrule.scratch.models import MLP
from chainrule.scratch.nn import relu

SEEDS, WIDTH, LAYERS, SAMPLES = 10, 200, 30, 20
n = WIDTH
RULES = {"0.01": 1e-4, "1/n": 1 / n, "2/n": 2 / n, "4/n": 4 / n}


def rms(a):
    return np.sqrt(np.mean(a**2))


def run(variance, rng):
    """rms of y(l) over y(0), and of delta(l) over delta(L)."""
    shape = LAYERS, n, n
    weights = rng.normal(0, np.sqrt(variance), shape)
    network = MLP.of([(W, np.zeros(n)) for W in weights], relu, relu)
    x = rng.normal(size=(SAMPLES, n))
    network.forward(x)
    network.backward(rng.normal(size=(SAMPLES, n)))
    layers = range(1, LAYERS + 1)
    out = np.array([rms(network.y[layer]) for layer in layers])
    back = np.array([rms(network.delta[layer]) for layer in layers])
    return out / rms(x), back / back[-1]


# --8<-- [end:study]
print("rule,layer,out,out_low,out_high,out_by,back,back_low,back_high,back_by")
for rule, variance in RULES.items():
    rng = np.random.default_rng(0)
    runs = np.array([run(variance, rng) for _ in range(SEEDS)])
    for layer in range(1, LAYERS + 1):
        factor, shown = np.sqrt(n * variance / 2), []
        powers = factor**layer, factor ** (LAYERS - layer)
        for way, derived in zip(range(2), powers, strict=True):
            a = runs[:, way, layer - 1]
            shown += [np.median(a), a.min(), a.max(), derived]
        print(rule, layer, *(f"{x:.3g}" for x in shown), sep=",")
