# kind: study, tested with SEEDS=6
"""Forty layers with batch normalization at their start: signal and gradient.

Prints CSV: layer; the root mean square of its output; that of the gradient of
its output, over that of the last layer's, median, lowest and highest over the
networks; and the root of π / (π - 1) to the power of the layers behind it.
"""

# --8<-- [start:study]
import numpy as np

from chainrule.scratch.nn import BatchNorm1d, Linear, ReLU

SEEDS, WIDTH, LAYERS, SAMPLES = 10, 100, 40, 200


def rms(a):
    return np.sqrt(np.mean(a**2))


def run(rng):
    """rms of each layer's output, and of its gradient over the last one's."""
    layers = [
        (Linear(WIDTH, WIDTH, rng), BatchNorm1d(WIDTH), ReLU())
        for _ in range(LAYERS)
    ]
    x, out, back = rng.normal(size=(SAMPLES, WIDTH)), [], []
    for layer in layers:
        for part in layer:
            x = part.forward(x)
        out.append(rms(x))
    dx = rng.normal(size=x.shape)
    for layer in reversed(layers):
        back.append(rms(dx))
        for part in reversed(layer):
            dx = part.backward(dx)
    return out, np.array(back[::-1]) / back[0]


# --8<-- [end:study]
print("layer,out,back,low,high,derived")
rng = np.random.default_rng(0)
runs = [run(rng) for _ in range(SEEDS)]
outs, backs = (np.array(part) for part in zip(*runs, strict=True))
for k in range(LAYERS):
    derived = (np.pi / (np.pi - 1)) ** ((LAYERS - 1 - k) / 2)
    a = backs[:, k]
    shown = np.median(outs[:, k]), np.median(a), a.min(), a.max(), derived
    print(k + 1, *(f"{x:.3g}" for x in shown), sep=",")
