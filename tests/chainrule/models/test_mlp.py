import re
from pathlib import Path

import numpy as np
import pytest
import torch

from chainrule.models import MLP, ReLUSum
from chainrule.nn import Linear, Sigmoid

ROOT = Path(__file__).parents[3]


def size(model):
    return sum(p.numel() for p in model.parameters())


@pytest.mark.equation("eq:layer", by="torch.nn.Sequential")
@pytest.mark.parametrize("widths", [[5], [4, 6], [3, 3, 3]])
@pytest.mark.parametrize("activation", [None, Sigmoid])
def test_is_torchs_layers(agree, widths, activation):
    torch.manual_seed(0)
    ours = MLP(3, widths, 2, **({"activation": activation} if activation else {}))
    layers, n_in = [], 3
    for width in widths:
        f = torch.nn.Sigmoid() if activation else torch.nn.ReLU()
        layers += [torch.nn.Linear(n_in, width), f]
        n_in = width
    oracle = torch.nn.Sequential(*layers, torch.nn.Linear(n_in, 2)).double()
    ours = ours.double()
    torch.nn.utils.vector_to_parameters(
        torch.nn.utils.parameters_to_vector(ours.parameters()), oracle.parameters()
    )
    x = torch.randn(7, 3).double()
    y, y_oracle = ours(x), oracle(x)
    unit, against = "stacking-hidden-layers", "torch.nn.Sequential"
    agree(unit, y, y_oracle, 1e-14, against=against)
    upstream = torch.randn_like(y)
    y.backward(upstream)
    y_oracle.backward(upstream)
    for p, q in zip(ours.parameters(), oracle.parameters(), strict=True):
        agree(unit, p.grad, q.grad, 1e-13, against=against)


@pytest.mark.equation("eq:parameter-count")
@pytest.mark.parametrize(("d", "m", "D"), [(1, 2, 1), (56, 100, 3), (7, 5, 4)])
def test_number_of_parameters(agree, equation, d, m, D):
    printed = equation("eq:parameter-count", "P", {"d": "d", "m": "m", "D": "D"})
    count = size(MLP(d, [m] * D))
    unit, against = "stacking-hidden-layers", "printed equation (3.17)"
    agree(unit, count, printed(d=d, m=m, D=D), 0, against=against)
    if D == 1:
        assert count == size(ReLUSum(d, m))


def test_the_table_of_the_page():
    """Hidden layers, units in each and parameters, for 56 features."""
    text = (ROOT / "snippets/basics/beyond-linear/counts.out").read_text("utf-8")
    rows = re.findall(r"^(\d) layers of (\d+): (\d+)$", text, re.M)
    assert len(rows) == 7
    for layers, units, count in rows:
        model = MLP(56, [int(units)] * int(layers)) if layers != "0" else Linear(56, 1)
        assert size(model) == int(count), (layers, units)


def test_a_deeper_network_can_be_the_shallower_one():
    """Note E: 'overfitting' is not the only reason. ReLU(a) = a for a >= 0, so a
    further layer can leave everything as it is: its best training loss is no
    higher, and if training ends higher, then descent did not find it."""
    torch.manual_seed(0)
    shallow, deep = MLP(4, [6, 6]), MLP(4, [6, 6, 6])
    with torch.no_grad():
        for name in ("hidden1", "hidden2", "output"):
            getattr(deep, name).load_state_dict(getattr(shallow, name).state_dict())
        deep.hidden3.weight.copy_(torch.eye(6))
        deep.hidden3.bias.zero_()
    x = torch.randn(50, 4)
    assert torch.equal(shallow(x), deep(x))


def test_a_wider_network_can_be_the_narrower_one():
    torch.manual_seed(0)
    narrow, wide = MLP(4, [6], activation=Sigmoid), MLP(4, [9], activation=Sigmoid)
    with torch.no_grad():
        for p, q in zip(wide.parameters(), narrow.parameters(), strict=True):
            part = tuple(slice(n) for n in q.shape)
            p[part] = q
        wide.output.weight[:, 6:] = 0
    x = torch.randn(50, 4)
    np.testing.assert_allclose(wide(x).detach(), narrow(x).detach(), atol=1e-6)


def test_without_activation_layers_collapse():
    """The neuron is the weighted sum and the activation, not either alone."""
    torch.manual_seed(0)
    model = MLP(3, [5, 4], activation=torch.nn.Identity).double()
    parts = [model.hidden1, model.hidden2, model.output]
    W, b = torch.eye(3).double(), torch.zeros(3).double()
    for layer in parts:
        W, b = layer.weight @ W, layer.weight @ b + layer.bias
    x = torch.randn(6, 3).double()
    torch.testing.assert_close(model(x), x @ W.T + b)


@pytest.mark.parametrize("widths", [[], [3, 0], [-1]])
def test_refuses_nonsense(widths):
    with pytest.raises(ValueError, match="invalid widths"):
        MLP(3, widths)


def test_each_layer_has_its_own_activation():
    model = MLP(3, [4, 5], activation=torch.nn.PReLU)
    assert [n for n, _ in model.named_parameters() if "activation" in n] == [
        "activation1.weight",
        "activation2.weight",
    ]
    model.activation1.weight.data.fill_(0.5)
    model.activation2.weight.data.fill_(-2.0)
    made = MLP(3, [4, 5], activation=lambda: torch.nn.PReLU(init=0.1))
    made.load_state_dict(model.state_dict())
    x = torch.randn(6, 3)
    a = torch.nn.functional.prelu(model.hidden1(x), torch.tensor([0.5]))
    a = torch.nn.functional.prelu(model.hidden2(a), torch.tensor([-2.0]))
    for each in (model, made):
        torch.testing.assert_close(each(x), model.output(a))


def test_a_shared_activation_is_refused():
    shared = torch.nn.PReLU()
    with pytest.raises(TypeError, match=r"pass a class of modules, not PReLU"):
        MLP(3, [4, 5], activation=shared)
    with pytest.raises(TypeError, match="makes no new module each time"):
        MLP(3, [4, 5], activation=lambda: shared)
    MLP(3, [4], activation=lambda: shared)
