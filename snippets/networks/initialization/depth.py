# kind: study, tested with SEEDS=2
"""The size of delta in each of 20 layers, for five kinds of layers.

Prints CSV: activation, gain (the deviation of the weights times the root of
their number), layer; the root mean square of delta there over that of the last
layer, median, lowest and highest over the networks, and the same by (16.3).
"""

# --8<-- [start:study]
import numpy as np

from chainrule.scratch.models import MLP
from chainrule.scratch.nn import relu, sigmoid, tanh

SEEDS, WIDTH, LAYERS, SAMPLES = 10, 200, 20, 20


def rms(a):
    return np.sqrt(np.mean(a**2))


def ratios(f, gain, rng):
    """rms of delta(l) over that of delta(L), as measured and by (16.3)."""
    std = gain / np.sqrt(WIDTH)
    shape = LAYERS, WIDTH, WIDTH
    pairs = [(W, np.zeros(WIDTH)) for W in rng.normal(0, std, shape)]
    network = MLP.of(pairs, f, f)
    network.forward(rng.normal(size=(SAMPLES, WIDTH)))
    network.backward(rng.normal(size=(SAMPLES, WIDTH)))
    size = np.array([rms(delta) for delta in network.delta.values()])[::-1]
    slope = [rms(network.df[1](u)) for u in network.u.values()]
    factors = gain * np.array([*slope[:-1], 1 / gain])  # (16.4); at L: 1
    return size / size[-1], factors[::-1].cumprod()[::-1]


# --8<-- [end:study]
CASES = (sigmoid, 1), (sigmoid, 6), (tanh, 1), (tanh, 3), (relu, 2**0.5)

print("activation,gain,layer,ratio,low,high,derived")
for f, gain in CASES:
    rng = np.random.default_rng(0)
    runs = np.array([ratios(f, gain, rng) for _ in range(SEEDS)])
    for layer in range(LAYERS):
        measured, derived = runs[:, :, layer].T
        shown = np.median(measured), measured.min(), measured.max()
        shown = [f"{x:.3g}" for x in (*shown, np.median(derived))]
        print(f.__name__, f"{gain:.3g}", layer + 1, *shown, sep=",")
