import pytest
import torch
from torch.nn import functional

from chainrule.models import CNN
from chainrule.nn import count_parameters

UNIT = "whole-cnn"


def by_torch(model, x, reduce):
    convs = [layer for layer in model.features if hasattr(layer, "weight")]
    for conv in convs:
        stride = 2 if reduce == "stride" else 1
        x = functional.conv2d(x, conv.weight, conv.bias, stride, 1).relu()
        if reduce == "max":
            x = functional.max_pool2d(x, 2)
        elif reduce == "avg":
            x = functional.avg_pool2d(x, 2)
    last = model.classifier
    return functional.linear(torch.flatten(x, 1), last.weight, last.bias)


@pytest.mark.parametrize("size", [8, 9, 11])
@pytest.mark.parametrize("reduce", ["max", "avg", "stride", "none"])
def test_is_torchs_layers(agree, reduce, size):
    torch.manual_seed(0)
    model = CNN(2, size, (3, 5), 4, reduce).double()
    x = torch.randn(3, 2, size, size, dtype=torch.float64)
    found = []
    for y in (model(x), by_torch(model, x, reduce)):
        model.zero_grad()
        y.square().sum().backward()
        found.append([y.detach(), *(p.grad.clone() for p in model.parameters())])
    for mine, oracle in zip(*found, strict=True):
        assert mine.shape == oracle.shape
        agree(UNIT, mine, oracle, 1e-12, atol=1e-13, against="torch's layers")
    left = {"none": size, "stride": (size + 3) // 4}.get(reduce, size // 4)
    closed = 3 * (2 * 9 + 1) + 5 * (3 * 9 + 1) + 4 * (5 * left**2 + 1)
    agree(UNIT, count_parameters(model), closed, 0, against="closed form")


def test_refuses():
    with pytest.raises(ValueError, match="no way to reduce: 'sum'"):
        CNN(reduce="sum")
    with pytest.raises(ValueError, match="nothing is left after 3 rounds"):
        CNN(size=7, channels=(2, 2, 2))
