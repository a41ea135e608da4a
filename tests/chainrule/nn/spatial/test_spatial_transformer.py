import pytest
import torch
from torch.nn import functional

from chainrule import nn

UNIT = "spatial-transformer"


def localization(features=6):
    linear = nn.Linear(12, features)
    return nn.Sequential(torch.nn.Flatten(), nn.Linear(24, 12), nn.ReLU(), linear)


@pytest.mark.parametrize("align_corners", [True, False])
def test_starts_as_the_identity_and_is_torchs_two_functions(agree, align_corners):
    torch.manual_seed(0)
    layer = nn.SpatialTransformer(localization(), None, align_corners).double()
    x = torch.randn(3, 2, 3, 4, dtype=torch.float64)
    agree(UNIT, layer(x), x, 1e-12, atol=1e-13, against="the picture itself")
    last = layer.localization[-1]
    with torch.no_grad():
        last.weight.normal_(0, 0.3)
        last.bias.normal_(0, 0.3)
    layer.size = 5, 6
    found = []
    for own in (True, False):
        x = x.detach().requires_grad_()
        layer.zero_grad()
        if own:
            y = layer(x)
        else:
            six = layer.localization(x) + torch.tensor([1.0, 0, 0, 0, 1, 0]).double()
            theta, size = six.view(3, 2, 3), (3, 2, 5, 6)
            grid = functional.affine_grid(theta, size, align_corners)
            y = functional.grid_sample(x, grid, align_corners=align_corners)
        y.square().sum().backward()
        found.append(
            [y.detach(), x.grad, *(p.grad.clone() for p in layer.parameters())]
        )
    for mine, oracle in zip(*found, strict=True):
        assert mine.shape == oracle.shape
        agree(UNIT, mine, oracle, 1e-12, atol=1e-13, against="torch's two functions")


def test_first_step_moves_it():
    layer = nn.SpatialTransformer(localization())
    layer(torch.randn(3, 2, 3, 4)).square().sum().backward()
    assert layer.localization[-1].bias.grad.abs().min() > 0


def test_refuses():
    with pytest.raises(ValueError, match="has no parameters"):
        nn.SpatialTransformer(torch.nn.Flatten())
    with pytest.raises(ValueError, match=r"must give \(1, 6\), got \(1, 5\)"):
        nn.SpatialTransformer(localization(5))(torch.zeros(1, 2, 3, 4))
