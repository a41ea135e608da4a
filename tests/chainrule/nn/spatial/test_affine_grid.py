import pytest
import torch
from torch.nn import functional

from chainrule.nn import affine_grid

UNIT = "spatial-transformer"
SHAPES = [(2, 3, 4, 5), (1, 1, 1, 7), (3, 2, 6, 1), (2, 1, 1, 1)]


@pytest.mark.filterwarnings("ignore:Since version 1.3.0, affine_grid")
@pytest.mark.parametrize("align_corners", [True, False])
@pytest.mark.parametrize("size", SHAPES)
def test_is_torchs(agree, size, align_corners):
    torch.manual_seed(0)
    found = []
    theta = torch.randn(size[0], 2, 3, dtype=torch.float64)
    upstream = torch.randn(size[0], *size[2:], 2, dtype=torch.float64)
    for function in (affine_grid, functional.affine_grid):
        leaf = theta.clone().requires_grad_()
        grid = function(leaf, size, align_corners=align_corners)
        grid.backward(upstream)
        found.append((grid.detach(), leaf.grad))
    for mine, oracle in zip(*found, strict=True):
        assert mine.shape == oracle.shape
        agree(UNIT, mine, oracle, 1e-12, atol=1e-14, against="torch affine_grid")


def test_refuses():
    with pytest.raises(ValueError, match=r"theta must be .* got \(1, 3, 4\)"):
        affine_grid(torch.zeros(1, 3, 4), (1, 1, 2, 2, 2))
    with pytest.raises(ValueError, match=r"got \(2, 2, 3\) and \(1, 1, 2, 2\)"):
        affine_grid(torch.zeros(2, 2, 3), (1, 1, 2, 2))
    with pytest.raises(ValueError, match="of 1 or more"):
        affine_grid(torch.zeros(1, 2, 3), (1, 1, 0, 2))
    with pytest.raises(TypeError, match=r"floating point, got torch\.int64"):
        affine_grid(torch.zeros(1, 2, 3, dtype=torch.int64), (1, 1, 2, 2))
