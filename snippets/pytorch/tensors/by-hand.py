# kind: exact
"""One tensor: six numbers in a row, and what says how to read them."""

# --8<-- [start:tensor]
import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
memory = x.as_strided((x.numel(),), (1,), 0)  # the numbers as they lie
print("shape  ", tuple(x.shape))
print("dtype  ", x.dtype)
print("device ", x.device)
print("strides", x.stride(), "offset", x.storage_offset())
print("memory ", memory.tolist(), f"of {x.itemsize} bytes each")
# --8<-- [end:tensor]
