# kind: exact
"""How many scores speech takes, and a reach of 20 frames at each side."""

# --8<-- [start:speech]
import torch

from chainrule.nn import (
    band_mask,
    scaled_dot_product_attention,
    truncated_self_attention,
)

print("  s  frames        scores truncated")
for seconds in (1, 10, 60, 600):
    T = 100 * seconds  # a frame each 10 ms
    print(f"{seconds:3} {T:7,} {T * T:13,} {41 * T:9,}")

torch.manual_seed(0)
x = torch.randn(300, 16, dtype=torch.float64)
masked = scaled_dot_product_attention(x, x, x, ~band_mask(300, 20, 20))
narrow = truncated_self_attention(x, x, x, 20, 20)
print("the same numbers:", torch.allclose(narrow, masked))
# --8<-- [end:speech]
