"""That the right functions of the part are right: by torch."""

import pytest
import torch
from helpers.checks import agrees, back, of_part
from torch.nn import functional as F


def conv_output_size(size, kernel_size, stride, padding):
    x, kernel = torch.zeros(1, 1, size), torch.zeros(1, 1, kernel_size)
    return F.conv1d(x, kernel, None, stride, padding).shape[-1]


def conv2d(x, weight, bias, stride, padding):
    given = [torch.tensor(a) for a in (x, weight, bias)]
    return F.conv2d(*given, stride, padding)


def conv2d_backward(dy, x, weight):
    return back(F.conv2d, dy, x, weight, weight[:, 0, 0, 0])


def receptive_field_size(layers):
    """How many inputs have a gradient, if all weights are 1."""
    x = torch.ones(1, 1, 500, requires_grad=True)
    y = x
    for kernel_size, stride in layers:
        y = F.conv1d(y, torch.ones(1, 1, kernel_size), stride=stride)
    return int((torch.autograd.grad(y[0, 0, 0], x)[0] != 0).sum())


def max_pool2d(x, kernel_size, stride, padding):
    return F.max_pool2d(torch.tensor(x), kernel_size, stride, padding)


def max_pool2d_backward(dy, x, kernel_size, stride):
    return back(lambda x: F.max_pool2d(x, kernel_size, stride), dy, x)[0]


ORACLES = {
    "conv2d": conv2d,
    "conv2d_backward": conv2d_backward,
    "conv_output_size": conv_output_size,
    "max_pool2d": max_pool2d,
    "max_pool2d_backward": max_pool2d_backward,
    "receptive_field_size": receptive_field_size,
}


@pytest.mark.parametrize("name", of_part("cnn"))
def test_right(name):
    agrees(name, ORACLES[name], 1e-12)
