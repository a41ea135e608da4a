import pytest
import torch

from chainrule.models import MLP, CascadedLogistic
from chainrule.nn import BCEWithLogitsLoss, Sigmoid
from chainrule.scratch.models.shallow import cascaded_logistic as twin

UNIT = "cascaded-logistic-regression"


def test_is_the_numpy_twin(agree):
    torch.manual_seed(0)
    ours = CascadedLogistic(3, 4).double()
    X = torch.randn(7, 3).double()
    t = torch.randint(0, 2, (7,)).double()
    value = BCEWithLogitsLoss()(ours(X), t)
    value.backward()
    parts = [ours.hidden.weight, ours.hidden.bias, ours.output.weight, ours.output.bias]
    W, b, c, b0 = (p.detach().numpy() for p in parts)
    theta = W, b, c[0], b0[0]
    against = "chainrule.scratch.models.shallow.cascaded_logistic"
    codes = twin.encode(X.numpy(), W, b)
    agree(UNIT, ours.encode(X), codes, 1e-15, against=against)
    agree(UNIT, ours(X), twin.logits(X.numpy(), *theta), 1e-14, against=against)
    oracle = twin.loss(X.numpy(), t.numpy(), *theta)
    agree(UNIT, value, oracle, 1e-15, against=against)
    grads = twin.gradients(X.numpy(), t.numpy(), *theta)
    for part, grad in zip(parts, grads, strict=True):
        agree(UNIT, part.grad.squeeze(), grad, 1e-14, against=against)


def test_is_a_network_with_one_hidden_layer(agree):
    """Not deep yet: MLP with the widths [4] is the same function."""
    ours = CascadedLogistic(3, 4)
    mlp = MLP(3, [4], activation=Sigmoid)
    mlp.hidden1.load_state_dict(ours.hidden.state_dict())
    mlp.output.load_state_dict(ours.output.state_dict())
    X = torch.randn(5, 3)
    agree(UNIT, ours(X), mlp(X).squeeze(-1), 1e-7, against="chainrule.models.MLP")


@pytest.mark.parametrize("shape", [(2, 6, 3), (3,)])
def test_shapes(shape):
    ours = CascadedLogistic(3, 4)
    assert ours(torch.zeros(shape)).shape == shape[:-1]
    assert ours.encode(torch.zeros(shape)).shape == (*shape[:-1], 4)
