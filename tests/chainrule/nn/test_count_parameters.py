import pytest
import torch

from chainrule.nn import Linear, Sequential, count_parameters

UNIT = "whole-cnn"


def test_counts(agree):
    model = Sequential(Linear(3, 4), Linear(4, 2))
    agree(UNIT, count_parameters(model), 3 * 4 + 4 + 4 * 2 + 2, 0, against="by hand")
    model[1].bias.requires_grad_(False)
    agree(UNIT, count_parameters(model, True), 24, 0, against="by hand")
    assert count_parameters(model) == 26


def test_shared_counts_once_and_buffers_never(agree):
    first = Linear(4, 4, bias=False)
    second = Linear(4, 4, bias=False)
    second.weight = first.weight
    model = torch.nn.Sequential(first, second, first, torch.nn.BatchNorm1d(4))
    agree(UNIT, count_parameters(model), 16 + 8, 0, against="by hand")
    assert count_parameters(torch.nn.ReLU()) == 0


def test_a_lazy_layer_has_none_yet():
    with pytest.raises(ValueError, match="uninitialized parameter"):
        count_parameters(torch.nn.LazyLinear(3))
