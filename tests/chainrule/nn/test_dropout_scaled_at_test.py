import pytest
import torch
from helpers.norms import inputs

from chainrule import nn

UNIT = "dropout-test-scaling"


@pytest.mark.parametrize("p", [0.0, 0.25, 0.9, 1.0])
@pytest.mark.parametrize("mode", [True, False])
def test_is_the_kept_share_of_inverted_dropout(agree, p, mode):
    found = []
    for cls in (nn.DropoutScaledAtTest, nn.Dropout):
        torch.manual_seed(0)
        layer, x = cls(p).train(mode), inputs((50, 4)).requires_grad_()
        y = layer(x)
        y.backward(inputs(y.shape, 1))
        found.append([y, x.grad])
    for mine, inverted in zip(*found, strict=True):
        agree(UNIT, mine, (1 - p) * inverted, 1e-14, against="(1 - p) torch.nn.Dropout")


def test_kept_numbers_stay_as_they_are():
    torch.manual_seed(0)
    layer, x = nn.DropoutScaledAtTest(0.2), inputs((100,))
    y = layer(x)
    assert torch.equal(y[y != 0], x[y != 0])
    assert torch.equal(layer.eval()(x), x * 0.8)
