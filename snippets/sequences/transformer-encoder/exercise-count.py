# kind: exact
"""The parameters of a block do not depend on its heads."""

# --8<-- [start:solution]
from chainrule.nn import TransformerEncoderLayer

for heads in (12, 6):
    block = TransformerEncoderLayer(768, heads, 3072)
    found = sum(p.numel() for p in block.parameters())
    print(heads, "heads", f"{found:,}", f"{12 * 768**2 + 13 * 768:,}")
# --8<-- [end:solution]
