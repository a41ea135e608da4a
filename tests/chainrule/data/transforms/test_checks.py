"""What is refused is named: `T.X(...)` says X, the argument and its value."""

import re

import pytest
import torch
from helpers.images import picture

from chainrule.data import transforms as T


@pytest.mark.parametrize("cls", [T.CenterCrop, T.FiveCrop, T.TenCrop])
@pytest.mark.parametrize("size", [(12, 3), (3, 15), 12])
def test_crops_larger_than_the_image(cls, size):
    named = size if isinstance(size, tuple) else (size, size)
    said = f": the crop {named} is larger than the image (11, 14)"
    with pytest.raises(ValueError) as error:
        cls(size)(picture())
    assert str(error.value).endswith(said)
    assert cls((11, 14))(picture()) is not None


@pytest.mark.parametrize(
    "box",
    [
        (-1, 0, 3, 3),
        (0, -1, 3, 3),
        (9, 0, 3, 3),
        (0, 12, 3, 3),
        (0, 0, -1, 2),
        (0, 0, 2, -1),
    ],
)
def test_boxes_of_another_image(box):
    for call in (
        lambda: T.RandomResizedCrop(4).apply(picture(), box),
        lambda: T.RandomErasing(1).apply(picture(), (box, None)),
        lambda: T.CutMix().apply(picture(2, 3, 11, 14), torch.ones(2, 1), box),
    ):
        with pytest.raises(ValueError, match="is not inside of the image 11 x 14") as e:
            call()
        assert str(box) in str(e.value)


@pytest.mark.parametrize(
    ("image", "said"),
    [
        (torch.zeros(2, 4, 4), "1 or 3 channels, got 2"),
        (torch.full((3, 4, 4), -0.5), r"must be in \[0, 1\], got -0.5 to -0.5"),
        (torch.linspace(0, 255, 48).reshape(3, 4, 4), "got 0 to 255"),
        (torch.full((3, 4, 4), float("nan")), "got nan to nan"),
    ],
)
def test_colours(image, said):
    with pytest.raises(ValueError, match=said):
        T.ColorJitter(0.1)(image)


def test_colours_may_be_a_rounding_error_outside():
    T.ColorJitter(0.1)(torch.tensor([-1e-6, 1 + 1e-6]).expand(3, 2, 2))


BYTES = torch.zeros(3, 4, 4, dtype=torch.uint8)
FUNCTIONS = {
    "adjust_brightness": (T.adjust_brightness, 1.5),
    "adjust_contrast": (T.adjust_contrast, 1.5),
    "adjust_saturation": (T.adjust_saturation, 1.5),
    "adjust_hue": (T.adjust_hue, 0.1),
    "resize": (T.resize, (2, 2)),
    "rotate": (T.rotate, 30.0),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_whole_numbers_are_no_image(name):
    """They would be cut to 1, or rounded down."""
    function, argument = FUNCTIONS[name]
    said = f"{name}: the image must be a float tensor, got torch.uint8"
    with pytest.raises(TypeError, match=re.escape(said)):
        function(BYTES, argument)
    with pytest.raises(ValueError, match=rf"{name}: the image must be \(C, H, W\)"):
        function(torch.zeros(4, 4), argument)


@pytest.mark.parametrize("name", [n for n in FUNCTIONS if n.startswith("adjust")])
def test_colours_of_a_function(name):
    function, argument = FUNCTIONS[name]
    with pytest.raises(ValueError, match=f"{name}: 1 or 3 channels, got 4"):
        function(torch.zeros(4, 2, 2), argument)


def test_numbers_of_classes_are_not_mixed():
    """Half of class 0 and half of class 4 would be class 2."""
    x, t = picture(2, 3, 4, 4), torch.tensor([0, 4])
    for name, mix in {
        "mixup": lambda: T.mixup(x, t, 0.5),
        "cutmix": lambda: T.cutmix(x, t, (0, 0, 2, 2)),
    }.items():
        with pytest.raises(ValueError, match=rf"{name}: .* \(N, K\), got torch.int64"):
            mix()
