# kind: numeric
"""One orange pixel by all four changes."""

# --8<-- [start:colors]
import torch

from chainrule.data import transforms as T

image = torch.tensor([0.8, 0.4, 0.2]).view(3, 1, 1)
for name, result in {
    "brightness 1.5": T.adjust_brightness(image, 1.5),
    "contrast 0.5": T.adjust_contrast(image, 0.5),
    "saturation 0": T.adjust_saturation(image, 0),
    "hue, sat., value": T.rgb_to_hsv(image),
    "hue + 1/3": T.adjust_hue(image, 1 / 3),
}.items():
    print(f"{name:17}", *(f"{v:.4f}" for v in result.flatten()))
# --8<-- [end:colors]
