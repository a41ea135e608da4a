# kind: exact
"""Four changes of an image of two rows and three columns."""

# --8<-- [start:by-hand]
import torch

from chainrule.data.transforms import (
    CenterCrop,
    RandomErasing,
    RandomHorizontalFlip,
    rotate,
)

image = torch.tensor([[[1.0, 2, 3], [4, 5, 6]]])  # (C, H, W) = (1, 2, 3)
crop = CenterCrop(2)(image)
erased = RandomErasing().apply(image, ((0, 1, 1, 2), None))
for name, result in {
    "flipped": RandomHorizontalFlip(p=1)(image),
    "cropped": crop,
    "crop turned": rotate(crop, 90),
    "erased": erased,
}.items():
    print(f"{name:12}", *(row.int().tolist() for row in result[0]))
# --8<-- [end:by-hand]
