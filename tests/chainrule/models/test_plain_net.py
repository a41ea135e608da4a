import pytest
import torch
from torch.nn import functional

from chainrule.models import PlainNet
from chainrule.nn import count_parameters

UNIT = "whole-cnn"


def test_is_torchs_layers(agree):
    torch.manual_seed(0)
    model = PlainNet(2, 3, 2, 4).double()
    x = torch.randn(3, 2, 6, 5, dtype=torch.float64)
    y = x
    for conv in (model.first, *model.layers):
        y = functional.conv2d(y, conv.weight, conv.bias, padding=1).relu()
    y = functional.adaptive_avg_pool2d(y, 1).flatten(1)
    y = functional.linear(y, model.output.weight, model.output.bias)
    agree(UNIT, model(x), y, 1e-12, atol=1e-14, against="torch's layers")


@pytest.mark.parametrize(
    ("c", "k", "blocks", "classes"), [(1, 16, 3, 10), (3, 4, 0, 2)]
)
def test_parameters(agree, c, k, blocks, classes):
    closed = k * (9 * c + 1) + 2 * blocks * k * (9 * k + 1) + classes * (k + 1)
    found = count_parameters(PlainNet(c, k, blocks, classes))
    agree(UNIT, found, closed, 0, against="closed form")


def test_refuses():
    with pytest.raises(ValueError, match="blocks must not be negative, got -1"):
        PlainNet(blocks=-1)
