import pytest
import torch

from chainrule.models import ReLUSum, SigmoidSum
from chainrule.scratch import nn
from chainrule.scratch.models.shallow import one_hidden_layer

PAIRS = [(SigmoidSum, nn.Sigmoid), (ReLUSum, nn.ReLU)]


@pytest.mark.parametrize(("model", "activation"), PAIRS)
def test_is_the_numpy_twin(agree, model, activation):
    torch.manual_seed(0)
    ours = model(3, 5).double()
    X, t = torch.randn(7, 3).double(), torch.randn(7).double()
    loss = ((ours(X) - t) ** 2).mean()
    loss.backward()
    parts = [ours.hidden.weight, ours.hidden.bias, ours.output.weight, ours.output.bias]
    W, b, c, b0 = (p.detach().numpy() for p in parts)
    twin, loss = one_hidden_layer(W, b, c[0], b0[0], activation()), nn.MSELoss()
    y = twin.forward(X.numpy())
    loss.forward(y, t.numpy()[:, None])
    twin.backward(loss.backward())
    unit = "sigmoid-sum-model" if model is SigmoidSum else "relu-sum-model"
    against = "chainrule.scratch.models.shallow.one_hidden_layer"
    agree(unit, ours(X), y[:, 0], 1e-14, against=against)
    for part, gradient in zip(parts, twin.grads, strict=True):
        agree(unit, part.grad, gradient, 1e-13, against=against)


@pytest.mark.parametrize("model", [SigmoidSum, ReLUSum])
def test_shapes(model):
    ours = model(3, 4)
    assert ours(torch.zeros(2, 6, 3)).shape == (2, 6)
    assert ours(torch.zeros(3)).shape == ()
