import numpy as np
import pytest
import torch
from helpers.images import picture, seeded
from PIL import Image
from scipy import ndimage, stats

from chainrule.data.transforms import RandomRotation, rotate

UNIT = "random-rotation"
ANGLES = [13.0, -37.5, 90.0, 101.3, 200.0, -350.0]


@pytest.mark.parametrize("quarters", [-5, -2, -1, 0, 1, 2, 3, 4])
@pytest.mark.parametrize("interpolation", ["nearest", "bilinear"])
def test_quarter_turns_are_numpy_s(agree, quarters, interpolation):
    image = picture(3, 9, 9) if quarters % 2 else picture(3, 8, 13)
    agree(
        UNIT,
        rotate(image, 90 * quarters, interpolation, fill=0.5),
        np.rot90(image.numpy(), quarters, (1, 2)),
        0,
        against="numpy.rot90",
    )


def where_from(H, W, angle):
    """Rows and columns that each pixel comes from: complex numbers turned back."""
    rows, columns = np.mgrid[:H, :W]
    z = (columns - (W - 1) / 2) - 1j * (rows - (H - 1) / 2)  # imaginary upwards
    z = z * np.exp(-1j * np.radians(angle))
    return (H - 1) / 2 - z.imag, (W - 1) / 2 + z.real


@pytest.mark.parametrize("angle", ANGLES)
@pytest.mark.parametrize("shape", [(3, 11, 14), (1, 7, 7), (2, 20, 3)])
@pytest.mark.parametrize("fill", [0.0, 0.7])
def test_bilinear_is_scipy_s(agree, angle, shape, fill):
    image = picture(*shape, dtype=torch.float64)
    at = where_from(*shape[1:], angle)
    oracle = [
        ndimage.map_coordinates(c, at, order=1, mode="grid-constant", cval=fill)
        for c in image.numpy()
    ]
    agree(
        UNIT,
        rotate(image, angle, "bilinear", fill),
        np.stack(oracle),
        1e-12,
        against="scipy.ndimage.map_coordinates",
        atol=1e-13,
    )


@pytest.mark.parametrize("angle", [13.0, -37.5, 101.3, 233.0])
@pytest.mark.parametrize("shape", [(1, 11, 14), (1, 21, 9)])
def test_nearest_is_pillow_s(agree, angle, shape):
    """No angle here has a pixel in the middle between two."""
    image = picture(*shape)
    rows, columns = where_from(*shape[1:], angle)
    ties = [np.abs(np.abs(a % 1) - 0.5).min() for a in (rows, columns)]
    assert min(ties) > 1e-4
    agree(
        UNIT,
        rotate(image, angle, fill=0.0)[0],
        np.asarray(Image.fromarray(image[0].numpy()).rotate(angle)),
        0,
        against="PIL.Image.rotate",
    )


def test_counterclockwise():
    """What is right of the middle comes to stand above it."""
    image = torch.zeros(1, 5, 5)
    image[0, 2, 4] = 1
    for angle in (89.0, 90.0, 91.0):
        assert rotate(image, angle)[0].nonzero().tolist() == [[0, 2]]


@pytest.mark.parametrize("interpolation", ["nearest", "bilinear"])
def test_fill_of_each_channel(interpolation):
    turn = RandomRotation((45, 45), interpolation, fill=(0.1, 0.2, 0.3))
    corner = turn(picture(3, 20, 20))[:, 0, 0]
    assert corner.tolist() == pytest.approx([0.1, 0.2, 0.3])


def test_angles_by_their_law():
    rng = seeded()
    for degrees, low, high in ((20, -20, 20), ((5, 50), 5, 50)):
        turn = RandomRotation(degrees)
        drawn = [turn.draw(picture(), rng) for _ in range(1500)]
        law = stats.uniform(low, high - low).cdf
        assert stats.kstest(drawn, law).pvalue > 0.01
    assert RandomRotation(0)(picture()).equal(picture())


@pytest.mark.parametrize("angle", [float("nan"), float("inf")])
def test_no_angle_is_refused(angle):
    with pytest.raises(ValueError, match=f"must be finite, got {angle}"):
        RandomRotation(5).apply(picture(), angle)
