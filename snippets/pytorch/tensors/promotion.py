# kind: exact
"""What mixes to what, in PyTorch and in NumPy."""

# --8<-- [start:promotion]
import numpy as np
import torch

print("two tensors           PyTorch  NumPy")
for kind, other in (
    ("bool", "uint8"),
    ("uint8", "int8"),
    ("int64", "float32"),
    ("int64", "float16"),
    ("float16", "bfloat16"),
    ("float32", "float64"),
):
    ours = torch.promote_types(getattr(torch, kind), getattr(torch, other))
    known = other != "bfloat16"  # NumPy has none
    theirs = np.promote_types(kind, other) if known else "-"
    print(f"{kind:8}  {other:10}  {str(ours)[6:]:7}  {theirs}")

x, one = torch.ones(2), torch.tensor(0.5, dtype=torch.float64)
a = x.numpy()
half = np.float64(0.5)
print("float32 and a number of ...")
print(f"... Python            {str((x + 0.5).dtype)[6:]}  {(a + 0.5).dtype}")
print(f"... float64           {str((x + one).dtype)[6:]}  {(a + half).dtype}")
# --8<-- [end:promotion]
