import pytest
import torch

from chainrule.models import ReLUSum, SigmoidSum
from chainrule.scratch.models import (
    ReLUSum as ScratchReLUSum,
)
from chainrule.scratch.models import (
    SigmoidSum as ScratchSigmoidSum,
)
from chainrule.scratch.models.shallow.unit_sum import forward, gradients

PAIRS = [(SigmoidSum, ScratchSigmoidSum), (ReLUSum, ScratchReLUSum)]


@pytest.mark.parametrize(("model", "twin"), PAIRS)
def test_is_the_numpy_twin(agree, model, twin):
    torch.manual_seed(0)
    ours = model(3, 5).double()
    X, t = torch.randn(7, 3).double(), torch.randn(7).double()
    loss = ((ours(X) - t) ** 2).mean()
    loss.backward()
    parts = [ours.hidden.weight, ours.hidden.bias, ours.output.weight, ours.output.bias]
    W, b, c, b0 = (p.detach().numpy() for p in parts)
    c, b0 = c[0], b0[0]
    y, _ = forward(X.numpy(), W, b, c, b0, twin.activation)
    unit = "sigmoid-sum-model" if model is SigmoidSum else "relu-sum-model"
    against = "chainrule.scratch.models.shallow.unit_sum"
    agree(unit, ours(X), y, 1e-14, against=against)
    f = twin.activation, twin.derivative
    grads = gradients(X.numpy(), t.numpy(), W, b, c, b0, *f)
    for part, grad in zip(parts, grads, strict=True):
        agree(unit, part.grad.squeeze(), grad, 1e-13, against=against)


@pytest.mark.parametrize("model", [SigmoidSum, ReLUSum])
def test_shapes(model):
    ours = model(3, 4)
    assert ours(torch.zeros(2, 6, 3)).shape == (2, 6)
    assert ours(torch.zeros(3)).shape == ()
