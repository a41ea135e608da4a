import pytest
import torch
from torch.nn import functional

from chainrule.nn import affine_grid, grid_sample

UNIT = "spatial-transformer"


def both_ways(function, x, grid, upstream, **keywords):
    leaves = [a.clone().requires_grad_() for a in (x, grid)]
    y = function(*leaves, **keywords)
    y.backward(upstream)
    grads = [torch.zeros_like(a) if a.grad is None else a.grad for a in leaves]
    return y.detach(), *grads


def grids():
    """Anywhere, far outside as well; on the pixels; halfway between."""
    generator = torch.Generator().manual_seed(1)
    like = {"generator": generator, "dtype": torch.float64}
    yield 1.5 * torch.randn(2, 5, 3, 2, **like)
    yield torch.randint(-2, 3, (2, 4, 4, 2), generator=generator).double() / 2
    identity = torch.eye(2, 3, dtype=torch.float64).expand(2, 2, 3)
    yield affine_grid(identity, (2, 1, 4, 5), True)
    yield affine_grid(identity, (2, 1, 4, 5), False)


@pytest.mark.parametrize("align_corners", [True, False])
@pytest.mark.parametrize("mode", ["bilinear", "nearest"])
@pytest.mark.parametrize("shape", [(2, 3, 4, 5), (2, 1, 1, 3), (2, 2, 1, 1)])
def test_is_torchs(agree, shape, mode, align_corners):
    """Picture and places, forward and gradients."""
    x = torch.randn(shape, dtype=torch.float64)
    for grid in grids():
        upstream = torch.randn(2, shape[1], *grid.shape[1:3], dtype=torch.float64)
        keywords = {"mode": mode, "align_corners": align_corners}
        ours = both_ways(grid_sample, x, grid, upstream, **keywords)
        theirs = both_ways(functional.grid_sample, x, grid, upstream, **keywords)
        for mine, oracle in zip(ours, theirs, strict=True):
            assert mine.shape == oracle.shape
            against = "torch grid_sample"
            agree(UNIT, mine, oracle, 1e-12, atol=1e-13, against=against)


@pytest.mark.parametrize("align_corners", [True, False])
def test_the_identity_returns_its_input(agree, align_corners):
    """Mistake 24: in both conventions, if both steps follow the same one."""
    theta = torch.eye(2, 3, dtype=torch.float64)[None]
    for size in ((1, 2, 5, 4), (1, 1, 1, 3), (1, 1, 7, 1)):
        x = torch.randn(size, dtype=torch.float64)
        y = grid_sample(
            x, affine_grid(theta, size, align_corners), align_corners=align_corners
        )
        agree(UNIT, y, x, 1e-12, atol=1e-13, against="the picture itself")
        other = grid_sample(
            x, affine_grid(theta, size, align_corners), align_corners=not align_corners
        )
        if min(size[2:]) > 1:
            assert (other - x).abs().max() > 0.01


def test_refuses():
    x, grid = torch.zeros(1, 1, 2, 2), torch.zeros(1, 2, 2, 2)
    with pytest.raises(ValueError, match=r"mode must be .* got 'bicubic'"):
        grid_sample(x, grid, "bicubic")
    with pytest.raises(ValueError, match="padding_mode must be zeros, got 'border'"):
        grid_sample(x, grid, padding_mode="border")
    with pytest.raises(TypeError, match=r"got torch\.float32 and torch\.float64"):
        grid_sample(x, grid.double())
    with pytest.raises(TypeError, match=r"got torch\.int64"):
        grid_sample(x.long(), grid.long())
    for bad in ((2, 2, 2, 2), (1, 2, 2, 3), (1, 2, 2)):
        with pytest.raises(ValueError, match=r"input must be .*, got \(1, 1, 2, 2\)"):
            grid_sample(x, torch.zeros(bad))
    with pytest.raises(ValueError, match=r"got \(1, 1, 0, 2\)"):
        grid_sample(torch.zeros(1, 1, 0, 2), grid)


def test_an_infinite_border_is_not_seen_from_outside():
    picture = torch.full((1, 1, 2, 2), torch.inf, dtype=torch.float64)
    grid = torch.full((1, 1, 1, 2), 3.0, dtype=torch.float64)
    for mode in ("bilinear", "nearest"):
        ours = grid_sample(picture, grid, mode)
        theirs = functional.grid_sample(picture, grid, mode, align_corners=False)
        assert ours.item() == theirs.item() == 0
