"""Batches whose images are mixed with each other, and their targets alike.

>>> import torch
>>> x = torch.tensor([0.0, 1.0]).reshape(2, 1, 1, 1)
>>> mixed, t = MixUp(num_classes=2).apply(x, torch.tensor([0, 1]), lam=0.75)
>>> mixed.flatten(), t
(tensor([0.2500, 0.7500]), tensor([[0.7500, 0.2500],
        [0.2500, 0.7500]]))
"""

from chainrule.data.transforms.mixing.cutmix import CutMix, cutmix
from chainrule.data.transforms.mixing.mixup import MixUp, mixup

__all__ = ["CutMix", "MixUp", "cutmix", "mixup"]
