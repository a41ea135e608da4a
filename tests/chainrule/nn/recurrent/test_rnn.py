import pytest
import torch
from helpers.recurrent import CASES, F64, both, is_torchs

from chainrule.nn import RNN

UNIT = "rnn"


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("ends", [True, False])
def test_is_torchs(agree, case, ends):
    is_torchs(agree, UNIT, "RNN", ends=ends, **case)


@pytest.mark.parametrize("nonlinearity", ["tanh", "relu"])
def test_each_nonlinearity(agree, nonlinearity):
    is_torchs(agree, UNIT, "RNN", nonlinearity=nonlinearity)


def test_by_the_formula(agree):
    """Three steps, one after the other."""
    layer, _ = both("RNN", 2, 3)
    x = torch.randn(3, 1, 2, **F64)
    y, last = layer(x)
    h = torch.zeros(1, 3, **F64)
    for t in range(3):
        h = torch.tanh(
            x[t] @ layer.weight_ih_l0.T
            + layer.bias_ih_l0
            + h @ layer.weight_hh_l0.T
            + layer.bias_hh_l0
        )
        agree(UNIT, y[t], h, 1e-14, atol=1e-16, against="the formula")
    agree(UNIT, last[0], h, 1e-14, atol=1e-16, against="the formula")


def test_another_nonlinearity():
    with pytest.raises(ValueError, match="unknown nonlinearity 'sigmoid'"):
        RNN(2, 3, nonlinearity="sigmoid")
