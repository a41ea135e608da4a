# kind: study
"""Ten layers of tanh whose weights have a fixed standard deviation.

Prints CSV: deviation, layer; the root mean square of its outputs, of its
slopes f'(u), and of its delta and the gradient of its weights over those of
the last layer; medians over the networks.
"""

# --8<-- [start:study]
import numpy as np

from chainrule.scratch.models import MLP
from chainrule.scratch.nn import tanh

SEEDS, WIDTH, LAYERS, SAMPLES = 5, 100, 10, 100


def sizes(std, seed):
    """rms of y, f'(u), delta and dW; the last two over those of layer L."""
    rng = np.random.default_rng(seed)
    shape = LAYERS, WIDTH, WIDTH
    pairs = [(W, np.zeros(WIDTH)) for W in rng.normal(0, std, shape)]
    network = MLP.of(pairs, tanh, tanh)
    network.forward(rng.normal(size=(SAMPLES, WIDTH)))
    network.backward(rng.normal(size=(SAMPLES, WIDTH)))
    rows = []
    for layer in range(1, LAYERS + 1):
        slope = network.df[layer](network.u[layer])
        parts = network.delta[layer], network.dW[layer]
        parts = network.y[layer], slope, *parts
        rows.append([np.sqrt(np.mean(part**2)) for part in parts])
    rows = np.array(rows)
    rows[:, 2:] /= rows[-1, 2:]
    return rows


print("deviation,layer,output,slope,delta,gradient")
for std in (0.01, 0.1, 1):
    runs = [sizes(std, seed) for seed in range(SEEDS)]
    for layer, row in enumerate(np.median(runs, axis=0), 1):
        print(std, layer, *(f"{x:.3g}" for x in row), sep=",")
# --8<-- [end:study]
