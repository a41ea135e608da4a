# kind: exact
"""Where the parameters of the base Transformer are."""

# --8<-- [start:counting]
import torch

from chainrule.models import Transformer


def count(part):
    return sum(p.numel() for p in part.parameters())


with torch.device("meta"):  # sizes without numbers
    base = Transformer(37_000)
    big = Transformer(37_000, 1024, 16, dim_feedforward=4096)
block = base.encoder.layers[0]
print(f"one encoder block {count(block):11,}")
print(f"  attention       {count(block.self_attn):11,}")
network = count(block.linear1) + count(block.linear2)
print(f"  small network   {network:11,}")
print(f"  two norms       {count(block.norm1) + count(block.norm2):11,}")
whole = count(base)
print(f"base model        {whole:11,}")
parts = [
    ("encoder", count(base.encoder)),
    ("decoder", count(base.decoder)),
    ("one table", base.embedding.numel()),
]
for name, n in parts:
    print(f"  {name:16}{n:11,}{100 * n / whole:5.0f}%")
three = whole + 2 * base.embedding.numel()
print(f"with three tables {three:11,}")
print(f"big model         {count(big):11,}")
# --8<-- [end:counting]
