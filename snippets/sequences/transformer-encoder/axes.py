# kind: exact
"""Which numbers share a mean: those of a token, or those of a feature."""

# --8<-- [start:axes]
import torch

from chainrule.nn import BatchNorm1d, LayerNorm

x = torch.tensor([[[1.0, 3], [5, 7]], [[2.0, 0], [0, 0]]])  # (N, T, d)
longer = x.clone()
longer[1, 1] = 9  # another token, of the other sentence


def batch(x):  # a feature is axis 1 for it
    return BatchNorm1d(2)(x.mT).mT


for name, norm in (("layer", LayerNorm(2)), ("batch", batch)):
    for v in (x, longer):
        first = [round(number, 2) for number in norm(v)[0, 0].tolist()]
        print(f"{name} normalization, first token {first}")
# --8<-- [end:axes]
