# kind: exact
"""The largest number of a sequence, by one head with biases."""

# --8<-- [start:solution]
import math

import torch

from chainrule.nn import SelfAttention

x = torch.tensor([[2.0], [7.0], [-1.0], [6.5]])
layer = SelfAttention(1, 1, 1, bias=True, scale=1.0)
with torch.no_grad():
    for linear in (layer.query, layer.key, layer.value):
        linear.weight.fill_(1)
        linear.bias.zero_()
    layer.query.weight.zero_()  # every query is the bias, beta
    for beta in (1, 10, 100):
        layer.query.bias.fill_(beta)
        found = layer(x)[0].item()
        print(
            f"beta {beta:3}: {found:.3f}, at least {7 - math.log(4) / beta:.3f}"
        )
# --8<-- [end:solution]
