import pytest
import torch
from helpers.norms import inputs

from chainrule import nn

UNIT = "dropout"


@pytest.mark.parametrize("p", [0, 0.0, 0.3, 0.5, 0.9, 1, 1.0])
@pytest.mark.parametrize("inplace", [False, True])
def test_is_torchs(agree, p, inplace):
    """From one generator the same zeros; values and gradients."""
    found = []
    for module in (nn, torch.nn):
        torch.manual_seed(0)
        layer, x = module.Dropout(p, inplace), inputs((50, 4)).requires_grad_()
        y = layer(x * 1.0)
        y.backward(inputs(y.shape, 1))
        found.append([y, x.grad])
    for mine, oracle in zip(*found, strict=True):
        agree(UNIT, mine, oracle, 1e-14, against="torch.nn.Dropout")


def test_mistake_15():
    """p is what is dropped, the rest is scaled up, evaluation is the identity."""
    torch.manual_seed(0)
    layer, x = nn.Dropout(0.2), torch.ones(20_000, requires_grad=True)
    y = layer(x)
    assert set(y.tolist()) == {0.0, 1.25}
    assert (y == 0).float().mean().item() == pytest.approx(0.2, abs=0.01)
    y.sum().backward()
    assert torch.equal(x.grad, y.detach())  # the mask of the forward
    assert layer.eval()(x) is x


@pytest.mark.parametrize("p", [-0.1, 1.5, float("nan")])
def test_other_probabilities_are_refused(p):
    for cls in (nn.Dropout, nn.DropoutScaledAtTest):
        with pytest.raises(ValueError, match=rf"between 0 and 1: {p}"):
            cls(p)


def test_whole_numbers_are_refused():
    with pytest.raises(TypeError, match=r"got torch\.int64"):
        nn.Dropout()(torch.ones(3, dtype=torch.int64))


def test_shows_what_it_does():
    assert repr(nn.Dropout(0.3)) == repr(torch.nn.Dropout(0.3))
    assert repr(nn.DropoutScaledAtTest(0.3)).startswith("DropoutScaledAtTest(p=0.3")
