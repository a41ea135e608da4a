"""Changes of images (C, H, W), and of batches, that a generator decides.

>>> import torch
>>> image = torch.arange(6.0).reshape(1, 2, 3)
>>> flip = RandomHorizontalFlip(p=1)
>>> flip(image)
tensor([[[2., 1., 0.],
         [5., 4., 3.]]])
>>> both = Compose([RandomHorizontalFlip(), CenterCrop(2)])
>>> _, numbers = both.sample(image, torch.Generator().manual_seed(0))
>>> numbers  # what a sample is replayed by
[True, None]
>>> both.apply(image, numbers)
tensor([[[2., 1.],
         [5., 4.]]])
"""

from chainrule.data.transforms.base import Transform
from chainrule.data.transforms.center_crop import CenterCrop
from chainrule.data.transforms.color_jitter import ColorJitter
from chainrule.data.transforms.colors import (
    adjust_brightness,
    adjust_contrast,
    adjust_hue,
    adjust_saturation,
)
from chainrule.data.transforms.compose import Compose
from chainrule.data.transforms.five_crop import FiveCrop
from chainrule.data.transforms.hsv import hsv_to_rgb, rgb_to_hsv
from chainrule.data.transforms.mixing.cutmix import CutMix, cutmix
from chainrule.data.transforms.mixing.mixup import MixUp, mixup
from chainrule.data.transforms.normalize import Normalize
from chainrule.data.transforms.random_erasing import RandomErasing
from chainrule.data.transforms.random_horizontal_flip import (
    RandomHorizontalFlip,
)
from chainrule.data.transforms.random_resized_crop import RandomResizedCrop
from chainrule.data.transforms.random_rotation import RandomRotation, rotate
from chainrule.data.transforms.resize import Resize, resize
from chainrule.data.transforms.ten_crop import TenCrop

__all__ = [
    "CenterCrop",
    "ColorJitter",
    "Compose",
    "CutMix",
    "FiveCrop",
    "MixUp",
    "Normalize",
    "RandomErasing",
    "RandomHorizontalFlip",
    "RandomResizedCrop",
    "RandomRotation",
    "Resize",
    "TenCrop",
    "Transform",
    "adjust_brightness",
    "adjust_contrast",
    "adjust_hue",
    "adjust_saturation",
    "cutmix",
    "hsv_to_rgb",
    "mixup",
    "resize",
    "rgb_to_hsv",
    "rotate",
]
