# kind: study
"""How many pieces networks make: at most, by design, and by chance.

Prints CSV: for each depth the pieces of a sawtooth of two ReLUs a layer; those
of random networks of 24 ReLUs: median, fewest, most; and the bound.
"""

import numpy as np

from chainrule.scratch.models.deep import pieces, sawtooth

# --8<-- [start:pieces]
from itertools import pairwise

from chainrule.scratch import nn as numpy_nn

UNITS, NETWORKS = 24, 100


def random_network(depth, rng):
    """UNITS ReLUs in all, spread evenly over the layers; He scaled."""
    sizes, layers = [1, *[UNITS // depth] * depth, 1], []
    for i, o in pairwise(sizes):
        W, b = rng.normal(size=(o, i)), 0.5 * rng.normal(size=o)
        linear = numpy_nn.Linear.of(np.sqrt(2 / i) * W, b)
        layers += [linear, numpy_nn.ReLU()]
    return numpy_nn.Sequential(*layers[:-1])


print("depth,sawtooth_units,sawtooth,random_units,random,low,high,bound")
for depth in (1, 2, 3, 4, 6, 8):
    built = len(pieces(sawtooth(depth), 0, 1)[0]) - 1
    chance = [
        len(pieces(random_network(depth, rng), -3, 3)[0]) - 1
        for rng in map(np.random.default_rng, range(NETWORKS))
    ]
    numbers = np.median(chance), min(chance), max(chance)
    bound = (UNITS // depth + 1) ** depth
    shown = ",".join(f"{x:g}" for x in numbers)
    print(f"{depth},{2 * depth},{built},{UNITS},{shown},{bound}")
# --8<-- [end:pieces]
