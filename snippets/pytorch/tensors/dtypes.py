# kind: exact
"""The dtypes: their sizes, their ranges, their steps."""

# --8<-- [start:table]
import math

import torch

print("floating    bytes  fraction  step at 1   smallest   largest")
for dtype in (torch.float64, torch.float32, torch.bfloat16, torch.float16):
    info = torch.finfo(dtype)
    fraction = -round(math.log2(info.eps))  # bits
    print(
        f"{str(dtype)[6:]:11} {dtype.itemsize:5}  {fraction:8}  "
        f"{info.eps:9.2g}  {info.tiny:9.2g}  {info.max:8.3g}"
    )
print("\nwhole       bytes  smallest ... largest")
for dtype in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
    info = torch.iinfo(dtype)
    print(f"{str(dtype)[6:]:11} {dtype.itemsize:5}  {info.min} ... {info.max}")
print(f"bool        {torch.bool.itemsize:5}  False, True")
# --8<-- [end:table]
