"""torchvision.transforms.v2: the same images from the same seed."""

import numpy as np
import pytest
import torch
from helpers import vision
from helpers.images import picture
from helpers.vision import COLOURED, IMAGES, SAME

from chainrule.data import transforms as ours

theirs = vision.theirs()
AGAINST = "torchvision.transforms.v2."


def both(name, *args, images=IMAGES, seeds=range(8), **keywords):
    """Pairs of results from the global generator, which must end alike."""
    found = []
    for module in (ours, theirs):
        transform, results = getattr(module, name)(*args, **keywords), []
        for image in images:
            for seed in seeds:
                torch.manual_seed(seed)
                results.append(transform(image.clone()))
                results[-1] = (results[-1], torch.rand(1).item())
        found.append(results)
    for (mine, after), (oracle, also) in zip(*found, strict=True):
        assert after == also
        if isinstance(oracle, tuple):
            assert isinstance(mine, tuple)
            mine, oracle = torch.stack(mine), torch.stack(oracle)
        yield mine, oracle


@pytest.mark.parametrize(("unit", "name", "args", "keywords"), SAME)
def test_same_images_from_the_same_seed(agree, unit, name, args, keywords):
    for mine, oracle in both(name, *args, **keywords):
        agree(unit, mine, oracle, 0, against=AGAINST + name)


FILLS = pytest.mark.parametrize("fill", [0, 0.5, [0.1, 0.2, 0.7]])
# A coordinate of 30 pixels is rounded in float32.
ROUNDED = {"rtol": 2e-5, "atol": 2e-5}


@FILLS
@pytest.mark.parametrize("degrees", [30, (90, 270)])
def test_rotation_to_the_nearest(agree, degrees, fill):
    for pair in both("RandomRotation", degrees, fill=fill, images=COLOURED):
        agree("random-rotation", *pair, **ROUNDED, against=AGAINST + "RandomRotation")


@pytest.mark.parametrize("degrees", [30, (90, 270)])
def test_rotation_between_pixels(agree, degrees):
    """With its fill=None, which is black; ours is 0."""
    found = []
    for module, fill in ((ours, 0), (theirs, None)):
        turn = module.RandomRotation(degrees, interpolation="bilinear", fill=fill)
        for seed, image in enumerate(4 * COLOURED):
            torch.manual_seed(seed)
            found.append(turn(image))
    for pair in zip(found[: len(found) // 2], found[len(found) // 2 :], strict=True):
        agree("random-rotation", *pair, **ROUNDED, against=AGAINST + "RandomRotation")


@FILLS
def test_it_mixes_fill_into_the_edge_twice(fill):
    """A known deviation: its edge has m * (m * x - fill) + fill, m the share inside.

    What lies outside counts as zero before it is mixed with fill. SciPy's is ours:
    m * x + (1 - m) * fill.
    """
    x, each = picture(3, 37, 29), torch.tensor(fill).float().reshape(-1, 1, 1)
    m = ours.rotate(torch.ones_like(x), 20, "bilinear")
    black = ours.rotate(x, 20, "bilinear")
    given = {"interpolation": theirs.InterpolationMode.BILINEAR, "fill": fill}
    found = theirs.functional.rotate(x, 20, **given)
    assert (found - (m * (black - each) + each)).abs().max() < 2e-5
    mine = ours.RandomRotation(20, "bilinear", fill).apply(x, 20)
    assert (mine - (black + (1 - m) * each)).abs().max() < 2e-5
    assert (found - mine).abs().max() > 0.05


@pytest.mark.parametrize("angle", [0, 90, 180, 270, -90, 450])
def test_quarter_turns(agree, angle):
    for image in (picture(3, 9, 9), *(IMAGES if angle % 180 == 0 else ())):
        agree(
            "random-rotation",
            ours.rotate(image, angle),
            theirs.functional.rotate(image, angle),
            0,
            against=AGAINST + "functional.rotate",
        )


COLOURS = [
    (0.4, 0.3, 0.6, 0.1),
    (0.9,),
    (0, 0.5),
    ((0.5, 3), 0, (2, 4)),
    (0, 0, 0, 0.5),
]


@pytest.mark.parametrize("args", COLOURS)
def test_colours_with_its_weight_of_red(agree, args, monkeypatch):
    """The same steps in the same order, where greys are weighed alike."""

    def grey(image):
        if len(image) == 1:
            return image
        return torch.tensordot(torch.tensor([0.2989, 0.587, 0.114]), image, 1)[None]

    monkeypatch.setattr("chainrule.data.transforms.colors.grey", grey)
    for mine, oracle in both("ColorJitter", *args):
        agree(
            "color-jitter",
            mine,
            oracle,
            2e-6,
            against=AGAINST + "ColorJitter",
            atol=5e-6,
        )


def test_its_weights_sum_to_less_than_one():
    """A known deviation: without saturation its white is 0.9999; Pillow's is 1."""
    white = torch.ones(3, 2, 2)
    found = theirs.functional.adjust_saturation(white, 0.0)
    assert found.unique().item() == pytest.approx(0.9999, abs=1e-6)
    assert ours.adjust_saturation(white, 0.0).unique().item() == pytest.approx(1)


@pytest.mark.parametrize("name", ["MixUp", "CutMix"])
@pytest.mark.parametrize("alpha", [0.2, 1.0, 4.0])
@pytest.mark.parametrize("rows", [False, True])
def test_mixing(agree, name, alpha, rows):
    x, t = picture(6, 3, 12, 17), torch.tensor([0, 3, 1, 4, 2, 0])
    t = torch.eye(5)[t] if rows else t
    for seed in range(12):
        found = []
        for module in (ours, theirs):
            torch.manual_seed(seed)
            mix = getattr(module, name)(alpha=alpha, num_classes=5)
            found.append((*mix(x.clone(), t.clone()), torch.rand(3)))
        for mine, oracle in zip(*found, strict=True):
            agree(
                "data-augmentation",
                mine,
                oracle,
                1e-6,
                against=AGAINST + name,
                atol=2e-7,
            )


def test_in_a_row(agree):
    parts = {
        "RandomResizedCrop": (16,),
        "RandomHorizontalFlip": (),
        "ColorJitter": (0.3,),
        "RandomRotation": (20,),
        "Normalize": ([0.5, 0.4, 0.3], [0.2, 0.3, 0.4]),
        "RandomErasing": (0.7,),
    }
    for seed in range(8):
        found = []
        for module in (ours, theirs):
            steps = [getattr(module, name)(*args) for name, args in parts.items()]
            torch.manual_seed(seed)
            found.append(module.Compose(steps)(picture(3, 37, 29)))
        agree(
            "data-augmentation",
            *found,
            1e-6,
            against=AGAINST + "Compose",
            atol=1e-6,
        )


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("RandomHorizontalFlip", (1.5,)),
        ("RandomErasing", (-0.1,)),
        ("RandomErasing", (0.5, (0.5, 1.5))),
        ("RandomErasing", (0.5, (0.1, 0.5), (0.3, 3), "noise")),
        ("RandomRotation", (-5,)),
        ("ColorJitter", (-1,)),
        ("ColorJitter", (0, 0, 0, 0.6)),
        ("CenterCrop", ((1, 2, 3),)),
        ("MixUp", ()),
        ("Compose", ([],)),
    ],
)
def test_both_refuse(name, args):
    given = {"alpha": -1.0} if name == "MixUp" else {}
    for module in (ours, theirs):
        with pytest.raises(ValueError):
            getattr(module, name)(*args, **given)


def test_both_refuse_images():
    whole = torch.zeros(3, 4, 4, dtype=torch.uint8)
    for module in (ours, theirs):
        with pytest.raises(TypeError, match=r"float tensor.*torch\.uint8"):
            module.Normalize([0.5], [0.5])(whole)
        with pytest.raises(ValueError, match=r"\(9, 9\)|\[9, 9\]"):
            module.FiveCrop(9)(picture(3, 4, 4))


def test_a_crop_larger_than_the_image_is_padded_there():
    """A known deviation: ours is refused."""
    assert np.count_nonzero(theirs.CenterCrop(6)(torch.ones(1, 4, 4))) == 16
    with pytest.raises(ValueError, match="larger than the image"):
        ours.CenterCrop(6)(torch.ones(1, 4, 4))
