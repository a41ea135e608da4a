# kind: study, tested with SEEDS=4
"""The first loss of a Transformer, by start and scale of its table.

Prints CSV: start of the table (small: 1 over the root of d; large: 1), factor
on embeddings; the root mean square of an embedding, as it enters the sum, over
that of a position; the loss of random targets, median, lowest and highest; and
what the token that was just read scores, in the median.
"""

# --8<-- [start:study]
import math

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from chainrule.models import Transformer

SEEDS, V, D = 10, 1000, 64
SIZES = {"num_encoder_layers": 2, "num_decoder_layers": 2, "dropout": 0.0}


def run(std, factor, seed):
    """Embedding over position, loss, score of the token just read."""
    torch.manual_seed(seed)
    model = Transformer(V, D, 4, dim_feedforward=4 * D, **SIZES)
    table = model.embedding
    table.mul_(std * math.sqrt(D))  # it starts with 1 / sqrt(D)

    def embedded(tokens, offset=0):
        return model.positions(factor * model.embedding[tokens], offset)

    model.embedded = embedded
    src, tgt, asked = torch.randint(1, V, (3, 8, 16))
    scores = model(src, tgt)
    loss = cross_entropy(scores.flatten(0, 1), asked.flatten())
    read = scores.gather(2, tgt[:, :, None]).mean()
    sizes = (factor * table).square().mean() / 0.5  # of sines and cosines
    return sizes.sqrt().item(), loss.item(), read.item()


# --8<-- [end:study]
print("start,factor,embedding,loss,low,high,read")
with torch.no_grad():
    for name, std, by, factor in (
        ("small", D**-0.5, "sqrt(d)", math.sqrt(D)),
        ("small", D**-0.5, "1", 1.0),
        ("large", 1.0, "1", 1.0),
    ):
        runs = np.array([run(std, factor, seed) for seed in range(SEEDS)])
        size, loss, read = np.median(runs, 0)
        shown = size, loss, runs[:, 1].min(), runs[:, 1].max(), read
        print(name, by, *(f"{x:.2f}" for x in shown), sep=",")
