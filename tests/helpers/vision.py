"""torchvision's transforms, and on what ours are compared with them."""

import sys

import pytest
import torch

from helpers.images import picture


def imported():
    """Its transforms, which are Python alone, also beside another build of torch.

    The wheel of the package index is made for torch with CUDA; beside torch for the
    CPU its compiled operators cannot be loaded, and two of them are missed already
    at the import. They get a name, and nothing that could be called.
    """
    try:
        from torchvision.transforms import v2
    except RuntimeError:
        for name in [name for name in sys.modules if name.startswith("torchvision")]:
            del sys.modules[name]
        for name in ("nms", "qnms"):
            takes = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
            torch.library.define(f"torchvision::{name}", takes)
        from torchvision.transforms import v2
    return v2


def theirs():
    """torchvision.transforms.v2; without it the tests that ask are skipped."""
    try:
        return imported()
    except Exception as error:  # whatever a torchvision that does not fit raises
        said = f"torchvision cannot be imported: {type(error).__name__}"
        pytest.skip(said, allow_module_level=True)


IMAGES = [picture(3, 37, 29), picture(1, 20, 41), picture(3, 5, 60)]
COLOURED = [image for image in IMAGES if len(image) == 3]
SAME = [
    ("random-flip", "RandomHorizontalFlip", (), {}),
    ("random-flip", "RandomHorizontalFlip", (0.8,), {}),
    ("test-time-resize-center-crop", "CenterCrop", (5,), {}),
    ("test-time-resize-center-crop", "CenterCrop", ((4, 11),), {}),
    ("test-time-resize-center-crop", "Resize", (17,), {}),
    ("test-time-resize-center-crop", "Resize", ((50, 13),), {"antialias": False}),
    ("test-time-resize-center-crop", "Resize", (60,), {"antialias": False}),
    ("multi-crop-test-average", "FiveCrop", ((4, 11),), {}),
    ("multi-crop-test-average", "TenCrop", (5,), {}),
    ("multi-crop-test-average", "TenCrop", ((3, 4),), {"vertical_flip": True}),
    ("random-resized-crop", "RandomResizedCrop", ((12, 17),), {}),
    (
        "random-resized-crop",
        "RandomResizedCrop",
        (9,),
        {"scale": (0.5, 0.9), "ratio": (0.4, 0.6), "antialias": False},
    ),
    ("random-resized-crop", "RandomResizedCrop", (9,), {"scale": (1.0, 1.0)}),
    ("random-erasing", "RandomErasing", (), {}),
    ("random-erasing", "RandomErasing", (1.0,), {"value": "random"}),
    (
        "random-erasing",
        "RandomErasing",
        (0.9, (0.1, 0.9), (0.5, 1.5), 0.5),
        {},
    ),
    ("data-augmentation", "Normalize", ([0.4], [0.2]), {}),
]
