# kind: study, tested with SEEDS=4
"""Stacks of encoder blocks at their start, with and without residual and norm.

Prints CSV: arrangement, blocks; the norm of the loss's gradient for W2 in the
first block and in the last, median, lowest and highest; and how far the vectors
of a sequence are apart at the end, root mean square over that of all, median.
"""

# --8<-- [start:study]
import numpy as np
import torch
from torch.nn.functional import cross_entropy, layer_norm

from chainrule.nn import TransformerEncoderLayer

SEEDS, D, T, BATCH, DEPTHS = 10, 32, 8, 8, (2, 4, 8, 16, 24)
STEPS = {
    "plain": lambda x, f, norm: f(x),
    "norm": lambda x, f, norm: norm(f(x)),
    "residual": lambda x, f, norm: x + f(x),
    "post": lambda x, f, norm: norm(x + f(x)),
    "pre": lambda x, f, norm: x + f(norm(x)),
}


def run(arrangement, blocks, seed):
    """Gradients of the first and the last block, distance of vectors."""
    torch.manual_seed(seed)
    step = STEPS[arrangement]
    layers = [
        TransformerEncoderLayer(D, 4, 4 * D, 0.0, batch_first=True)
        for _ in range(blocks)
    ]
    x, t = torch.randn(BATCH, T, D), torch.randint(10, (BATCH * T,))
    for layer in layers:
        for parameter in layer.parameters():
            if parameter.dim() > 1:
                torch.nn.init.xavier_uniform_(parameter)
        x = step(x, lambda x, layer=layer: layer.attended(x, {}), layer.norm1)
        x = step(x, layer.fed_forward, layer.norm2)
    if arrangement == "pre":
        x = layer_norm(x, (D,))
    apart = (x - x.mean(1, keepdim=True)).square().mean() / x.square().mean()
    scores = x @ torch.randn(D, 10) / D**0.5
    cross_entropy(scores.flatten(0, 1), t).backward()
    ends = layers[0], layers[-1]
    first, last = (end.linear2.weight.grad.norm().item() for end in ends)
    return first, last, apart.sqrt().item()


# --8<-- [end:study]
torch.set_num_threads(1)
bounds = "first,first_low,first_high,last,last_low,last_high"
print(f"arrangement,blocks,{bounds},apart")
for arrangement in STEPS:
    for blocks in DEPTHS:
        seeds = range(SEEDS)
        runs = np.array([run(arrangement, blocks, seed) for seed in seeds])
        shown = []
        for a in (runs[:, 0], runs[:, 1]):
            shown += [np.median(a), a.min(), a.max()]
        shown.append(np.median(runs[:, 2]))
        print(arrangement, blocks, *(f"{x:.3g}" for x in shown), sep=",")
