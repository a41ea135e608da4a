import pytest
import torch

from chainrule.nn.init import fan_in_and_fan_out

SHAPES = [(5, 3), (1, 1), (8, 4, 3, 3), (6, 2, 5), (2, 3, 4, 5, 6), (0, 3)]


@pytest.mark.parametrize("shape", SHAPES)
def test_are_torchs(agree, shape):
    w = torch.empty(shape)
    oracle = torch.nn.init._calculate_fan_in_and_fan_out(w)
    ours, against = fan_in_and_fan_out(w), "torch.nn.init"
    agree("xavier-initialization", ours, oracle, 0, against=against)


def test_are_counted_at_a_convolution():
    """How many numbers one output adds up, and how many outputs one input reaches."""
    conv = torch.nn.Conv2d(4, 8, 3, bias=False)
    x = torch.ones(1, 4, 7, 7, requires_grad=True)
    torch.nn.init.ones_(conv.weight)
    y = conv(x)
    y.sum().backward()
    assert fan_in_and_fan_out(conv.weight) == (y[0, 0, 2, 2], x.grad[0, 0, 3, 3])


@pytest.mark.parametrize("shape", [(), (3,)])
def test_a_bias_has_none(shape):
    said = "Fan in and fan out can not be computed for tensor with fewer than 2 dim"
    for f in (fan_in_and_fan_out, torch.nn.init._calculate_fan_in_and_fan_out):
        with pytest.raises(ValueError, match=said):
            f(torch.empty(shape))


def test_where_they_are_not_what_their_names_say():
    """Groups make the fan-out too large; a transposed kernel swaps the two."""
    x = torch.ones(1, 4, 7, 7, requires_grad=True)
    conv = torch.nn.Conv2d(4, 8, 3, bias=False, groups=2)
    torch.nn.init.ones_(conv.weight)
    y = conv(x)
    y.sum().backward()
    true = y[0, 0, 2, 2].item(), x.grad[0, 0, 3, 3].item()
    assert fan_in_and_fan_out(conv.weight) == (true[0], 2 * true[1])
    x = torch.ones(1, 4, 7, 7, requires_grad=True)
    conv = torch.nn.ConvTranspose2d(4, 8, 3, bias=False)
    torch.nn.init.ones_(conv.weight)
    y = conv(x)
    y.sum().backward()
    true = y[0, 0, 4, 4].item(), x.grad[0, 0, 3, 3].item()
    assert fan_in_and_fan_out(conv.weight) == true[::-1]
