"""One hidden layer of units, and a weighted sum of what they say."""

# --8<-- [start:network]
import numpy as np

from chainrule.scratch.nn import Linear, Sequential


def one_hidden_layer(W, b, c, b0, activation):
    """(3.9) as layers: r = b + W x, then a = f(r), then y = b0 + c a.

    W (K, d) with one row for each unit, b and c (K,), b0 a number;
    activation is the layer f. x (N, d) -> y (N, 1). The first two
    layers are the units: they make the code a (N, K).
    """
    output = Linear.of(c[..., None, :], np.asarray(b0)[..., None])
    return Sequential(Linear.of(W, b), activation, output)


# --8<-- [end:network]
