# kind: exact
"""Fifty-six layers that compute what twenty compute, to the bit."""

# --8<-- [start:deepen]
from itertools import pairwise

import torch
from torch.nn.functional import relu


def plain(x, layers):
    """ReLU layers (W, b), the last one without; (N, m) -> (N, K)."""
    *hidden, (W, b) = layers
    for V, c in hidden:
        x = relu(x @ V.T + c)
    return x @ W.T + b


def deepen(layers, depth):
    """The same function with so many layers, by identities before the last.

    Raises ValueError for a depth below that of layers, and where there is
    no hidden layer, behind which alone nothing is negative.
    """
    more = depth - len(layers)
    if more < 0 or len(layers) < 2:
        raise ValueError(f"{len(layers)} layers do not become {depth}")
    width = len(layers[-2][0])
    identity = torch.eye(width), torch.zeros(width)  # (28.2)
    return [*layers[:-1], *[identity] * more, layers[-1]]


# --8<-- [end:deepen]

# --8<-- [start:copy]
generator = torch.Generator().manual_seed(0)
sizes = [64, *[16] * 19, 10]
twenty = [
    (
        torch.randn(n_out, n_in, generator=generator) * (2 / n_in) ** 0.5,
        torch.randn(n_out, generator=generator) * 0.1,
    )
    for n_in, n_out in pairwise(sizes)
]
x = torch.randn(1000, 64, generator=generator)
fifty_six = deepen(twenty, 56)
same = torch.equal(plain(x, twenty), plain(x, fifty_six))
print(len(twenty), "layers,", len(fifty_six), "layers; the same bits:", same)
# --8<-- [end:copy]
