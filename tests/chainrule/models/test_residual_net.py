import torch
from torch.nn import functional

from chainrule.models import PlainNet, ResidualNet
from chainrule.nn import count_parameters

UNIT = "whole-cnn"


def by_torch(model, x):
    def conv(layer, x):
        return functional.conv2d(x, layer.weight, layer.bias, padding=1)

    x = conv(model.first, x).relu()
    for n in range(0, len(model.layers), 2):
        inner = conv(model.layers[n], x).relu()
        x = functional.relu(conv(model.layers[n + 1], inner) + x)
    return functional.linear(x.mean((2, 3)), model.output.weight, model.output.bias)


def test_is_torchs_layers(agree):
    torch.manual_seed(0)
    model = ResidualNet(2, 3, 2, 4).double()
    x = torch.randn(3, 2, 6, 5, dtype=torch.float64)
    found = []
    for y in (model(x), by_torch(model, x)):
        model.zero_grad()
        y.square().sum().backward()
        found.append([y.detach(), *(p.grad.clone() for p in model.parameters())])
    for mine, oracle in zip(*found, strict=True):
        agree(UNIT, mine, oracle, 1e-12, atol=1e-13, against="torch's layers")


def test_as_many_numbers_as_without_shortcuts():
    for blocks in (0, 1, 5):
        plain, residual = PlainNet(blocks=blocks), ResidualNet(blocks=blocks)
        assert count_parameters(plain) == count_parameters(residual)


def test_a_block_whose_second_convolution_is_zero_is_the_identity(agree):
    model, short = ResidualNet(1, 4, 3, 2), ResidualNet(1, 4, 0, 2)
    short.load_state_dict(model.state_dict(), strict=False)
    with torch.no_grad():
        for layer in model.layers[1::2]:
            layer.weight.zero_()
            layer.bias.zero_()
    x = torch.randn(2, 1, 5, 5)
    agree(UNIT, model(x), short(x), 0, against="the network without blocks")
