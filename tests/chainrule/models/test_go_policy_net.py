import pytest
import torch
from torch.nn import functional

from chainrule.models import GoPolicyNet
from chainrule.nn import count_parameters

UNIT = "playing-go"


def test_is_torchs_layers(agree):
    torch.manual_seed(0)
    model = GoPolicyNet(planes=3, filters=4, layers=3, size=7).double()
    with torch.no_grad():
        model.bias.normal_()
    x = torch.randn(2, 3, 7, 7, dtype=torch.float64)
    y = functional.pad(x, (2, 2, 2, 2))  # 7 + 4 as 19 + 4 = 23
    y = functional.conv2d(y, model.first.weight, model.first.bias).relu()
    for layer in model.layers:
        y = functional.conv2d(y, layer.weight, layer.bias, padding=1).relu()
    y = functional.conv2d(y, model.last.weight).flatten(1) + model.bias.flatten()
    agree(UNIT, model(x), y, 1e-12, atol=1e-14, against="torch's layers")


def test_the_papers_size(agree):
    with torch.device("meta"):
        model = GoPolicyNet()
    k = 192
    closed = k * (48 * 25 + 1) + 11 * k * (9 * k + 1) + k + 361
    agree(UNIT, count_parameters(model), closed, 0, against="closed form")
    assert closed == 3_882_793


def test_illegal_points_have_no_probability(agree):
    torch.manual_seed(0)
    model, x = GoPolicyNet(2, 3, 2, 5), torch.randn(4, 2, 5, 5)
    legal = torch.rand(4, 5, 5) < 0.4
    p = torch.softmax(model(x, legal), dim=1)
    assert torch.equal(p > 0, legal.flatten(1))
    odds = model(x).exp() * legal.flatten(1)
    oracle = odds / odds.sum(1, keepdim=True)
    agree(UNIT, p, oracle.detach(), 1e-5, against="softmax over the legal points")
    p[torch.arange(4), p.argmax(1)].log().sum().backward()
    assert all(q.grad.isfinite().all() for q in model.parameters())


def test_refuses():
    model = GoPolicyNet(2, 3, 2, 5)
    with pytest.raises(ValueError, match=r"a board of \(5, 5\), got \(1, 2, 6, 5\)"):
        model(torch.zeros(1, 2, 6, 5))
    x = torch.zeros(2, 2, 5, 5)
    none = torch.ones(2, 5, 5, dtype=torch.bool)
    none[1] = False
    for legal in (none, none[:1]):
        with pytest.raises(ValueError, match=r"legal must be \(2, 5, 5\)"):
            model(x, legal)
    with pytest.raises(ValueError, match=r"x must be \(N, 2, H, W\)"):
        model(torch.zeros(1, 3, 5, 5))
