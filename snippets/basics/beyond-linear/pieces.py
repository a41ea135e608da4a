# kind: exact
"""How many pieces networks make: at most, by design, and by chance."""

import numpy as np

from chainrule.scratch.models.relu_network import pieces, sawtooth

# --8<-- [start:pieces]
from itertools import pairwise

UNITS = 24


def random_network(depth, rng):
    """UNITS ReLUs in all, spread evenly over the layers; He scaled."""
    sizes = [1, *[UNITS // depth] * depth, 1]
    return [
        (rng.normal(size=(o, i)) * np.sqrt(2 / i), 0.5 * rng.normal(size=o))
        for i, o in pairwise(sizes)
    ]


for depth in (1, 2, 3, 4, 6, 8):
    built = len(pieces(sawtooth(depth), 0, 1)[0]) - 1
    chance = [
        len(pieces(random_network(depth, rng), -3, 3)[0]) - 1
        for rng in map(np.random.default_rng, range(20))
    ]
    print(
        f"depth {depth}: sawtooth {2 * depth:2} units {built:3} pieces; "
        f"random {UNITS} units {np.median(chance):4.1f} "
        f"({min(chance)} to {max(chance)}), "
        f"at most {(UNITS // depth + 1) ** depth}"
    )
# --8<-- [end:pieces]
