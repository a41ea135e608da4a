"""What is refused is named: `T.X(...)` says X, the argument and its value."""

import numpy as np
import pytest
from helpers.images import picture

from chainrule.data import transforms as T

SIZES = [0, -3, 2.0, True, (3,), (3, 4, 5), (3, 0), (2, 2.5), "ab", None]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "cls", [T.CenterCrop, T.FiveCrop, T.TenCrop, T.Resize, T.RandomResizedCrop]
)
def test_sizes(cls, size):
    with pytest.raises(ValueError) as error:
        cls(size)
    assert str(error.value) == (
        f"{cls.__name__}: size must be one or two integers of 1 or more, got {size!r}"
    )


def test_sizes_that_serve():
    for size in (4, np.int64(4), (4, 4), [4, 4]):
        assert T.CenterCrop(size).size == (4, 4)


@pytest.mark.parametrize("p", [-0.1, 1.1, float("nan"), "0.5", None])
@pytest.mark.parametrize("cls", [T.RandomHorizontalFlip, T.RandomErasing])
def test_probabilities(cls, p):
    with pytest.raises(ValueError) as error:
        cls(p)
    assert str(error.value) == f"{cls.__name__}: p must be in [0, 1], got {p!r}"


@pytest.mark.parametrize(
    "ends", [(-0.1, 1), (0.2, 1.1), (0.5, 0.4), (0.5,), 0.5, (0, 1, 1), (0, "1"), "ab"]
)
@pytest.mark.parametrize(
    "cls", [lambda **k: T.RandomResizedCrop(4, **k), T.RandomErasing]
)
def test_scales(cls, ends):
    with pytest.raises(ValueError, match=r"scale must be .* got") as error:
        cls(scale=ends)
    assert str(error.value).endswith(f"with 0 <= a <= b <= 1, got {ends!r}")


@pytest.mark.parametrize(
    "ends", [(-1, 1), (0, 1), (2, 1), 1, (1, float("inf")), (float("nan"), 1)]
)
@pytest.mark.parametrize(
    "cls", [lambda **k: T.RandomResizedCrop(4, **k), T.RandomErasing]
)
def test_ratios(cls, ends):
    with pytest.raises(ValueError, match="ratio must be") as error:
        cls(ratio=ends)
    assert repr(ends) in str(error.value)


def test_no_area_at_all():
    with pytest.raises(ValueError, match=r"no area by scale=\(0, 0\)"):
        T.RandomResizedCrop(4, scale=(0, 0))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: T.RandomRotation(-5), "degrees must not be negative, got -5"),
        (lambda: T.RandomRotation((5, -5)), r"degrees must be .* got \(5, -5\)"),
        (lambda: T.RandomRotation("5"), "degrees must be .* got '5'"),
        (lambda: T.RandomRotation(5, "cubic"), "interpolation .* got 'cubic'"),
        (lambda: T.RandomErasing(value="noise"), "got 'noise'"),
        (lambda: T.Normalize(0.5, 0), "std must be positive, got 0"),
        (lambda: T.Normalize(0.5, (1, -1)), r"std must be positive, got \(1, -1\)"),
        (lambda: T.Normalize(0.5, float("nan")), "std must be positive, got nan"),
        (lambda: T.Compose([]), "at least one transform, got none"),
        (lambda: T.ColorJitter(-1), "brightness must not be negative, got -1"),
        (lambda: T.ColorJitter(contrast=(-1, 1)), r"contrast .* 0 <= a .* \(-1, 1\)"),
        (lambda: T.ColorJitter(saturation=(2, 1)), r"saturation .* got \(2, 1\)"),
        (lambda: T.ColorJitter(saturation="2"), "saturation .* got '2'"),
        (lambda: T.ColorJitter(hue=0.6), r"hue .* -0.5 <= a .* got \(-0.6, 0.6\)"),
        (lambda: T.ColorJitter(hue=(0, 0.6)), r"hue .* b <= 0.5, got \(0, 0.6\)"),
        (lambda: T.ColorJitter(hue=-0.1), "hue must not be negative, got -0.1"),
    ],
)
def test_arguments(make, said):
    with pytest.raises(ValueError, match=said):
        make()


@pytest.mark.parametrize("given", [(0.1, 0.2), [[0.1]], (0.1, 0.2, 0.3, 0.4)])
def test_one_number_a_channel(given):
    for name, make in {
        "mean": lambda: T.Normalize(given, 1),
        "fill": lambda: T.RandomRotation(5, fill=given),
        "value": lambda: T.RandomErasing(1, value=given),
    }.items():
        with pytest.raises(ValueError, match=f"{name} must be one number or 3"):
            make()(picture())
