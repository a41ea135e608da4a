import pytest
import torch

from chainrule.data.transforms import CenterCrop

UNIT = "test-time-resize-center-crop"


def grid(H, W):
    """Pixels that say where they are."""
    rows, columns = torch.meshgrid(torch.arange(H), torch.arange(W), indexing="ij")
    return torch.stack([rows, columns]).float()


@pytest.mark.parametrize(
    ("H", "W", "size", "top", "left"),
    [
        (10, 8, 4, 3, 2),
        (7, 9, 3, 2, 3),
        (5, 7, (4, 4), 0, 2),  # halves to the even number: 0.5 and 1.5
        (7, 5, (4, 2), 2, 2),
        (6, 6, 6, 0, 0),
        (9, 4, (1, 3), 4, 0),
    ],
)
def test_indices(agree, H, W, size, top, left):
    h, w = (size, size) if isinstance(size, int) else size
    found = CenterCrop(size)(grid(H, W))
    oracle = grid(h, w) + torch.tensor([top, left])[:, None, None]
    agree(UNIT, found, oracle, 0, against="the indices by hand")


def test_as_much_on_both_sides():
    for H in range(1, 12):
        for h in range(1, H + 1):
            first = CenterCrop((h, 1))(grid(H, 1))[0, 0, 0].item()
            assert abs(first - (H - h) / 2) <= 0.5
