# kind: exact
"""The number of heads costs no parameters."""

# --8<-- [start:parameters]
from chainrule.nn import MultiheadAttention

for heads in (1, 2, 8, 64):
    layer = MultiheadAttention(64, heads)
    n = sum(p.numel() for p in layer.parameters())
    print(f"{heads:2} heads of {64 // heads:2}: {n:,} parameters")
# --8<-- [end:parameters]
