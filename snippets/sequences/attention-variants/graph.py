# kind: exact
"""Attention along the edges of a graph of five nodes."""

# --8<-- [start:graph]
import torch

from chainrule.nn import scaled_dot_product_attention

edges = torch.eye(5, dtype=torch.bool)  # each looks at itself
for i, j in ((0, 1), (0, 2), (1, 2), (2, 3), (3, 4)):
    edges[i, j] = edges[j, i] = True

torch.manual_seed(0)
x = torch.randn(5, 4)
_, weights = scaled_dot_product_attention(x, x, x, edges, need_weights=True)
for row in weights:
    print(*(f"{w:5.2f}" if w else "    ." for w in row))
# --8<-- [end:graph]
