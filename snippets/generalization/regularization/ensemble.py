# kind: exact
"""All 64 networks that dropout makes of six hidden units, averaged."""

# --8<-- [start:ensemble]
from itertools import product

import numpy as np

rng = np.random.default_rng(0)
y, p = np.abs(rng.normal(size=6)), 0.5  # six hidden units
W, b = rng.normal(size=(3, 6)), rng.normal(size=3)  # three outputs
masks = np.array([*product((0, 1), repeat=6)])
chance = ((1 - p) ** masks * p ** (1 - masks)).prod(axis=1)  # 1 / 64


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


each = (masks * y / (1 - p)) @ W.T + b  # (64, 3)
whole = W @ y + b  # the network without dropout
geometric = np.exp(chance @ np.log(softmax(each)))
for name, average, one in (
    ("linear", chance @ each, whole),
    ("sigmoid", chance @ (1 / (1 + np.exp(-each))), 1 / (1 + np.exp(-whole))),
    ("softmax", chance @ softmax(each), softmax(whole)),
    ("geometric", geometric / geometric.sum(), softmax(whole)),
):
    gap = np.abs(average - one).max()
    print(f"{name:9} {average.round(4)} off by {gap:.4f}")
# --8<-- [end:ensemble]
