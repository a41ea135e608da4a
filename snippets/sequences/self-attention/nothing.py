# kind: exact
"""A query that may look at nothing."""

# --8<-- [start:nothing]
import torch
from torch.nn.functional import scaled_dot_product_attention as kernel

from chainrule import nn

torch.manual_seed(0)
x = torch.randn(1, 3, 4)
seen = torch.tensor([[True, False, False], [False] * 3, [True] * 3])
with torch.no_grad():
    scores = (x @ x.mT / 2).masked_fill(~seen, -torch.inf)
    formula = scores.softmax(-1) @ x
    layer = torch.nn.MultiheadAttention(4, 1, batch_first=True)
    heads, _ = layer(x, x, x, attn_mask=~seen)
    ours, _ = nn.scaled_dot_product_attention(x, x, x, seen, need_weights=True)
for name, y in {
    "softmax as written": formula,
    "torch.nn.MultiheadAttention": heads,
    "torch's kernel": kernel(x, x, x, seen),
    "ours, with weights": ours,
}.items():
    print(f"{name:28}", y[0, 1].tolist())
# --8<-- [end:nothing]
