"""The equations of networks/modular-layers, and what its programs conclude."""

import runpy
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers.layers import LAYERS, both_ways, inputs, made

from chainrule.scratch import nn
from chainrule.scratch.analysis import central_gradient, gradient_errors
from chainrule.scratch.models.deep import MLP, as_layers

PROGRAMS = Path(__file__).parents[2] / "snippets/networks/modular-layers"
D_E = r"\frac{\partial E}{\partial %s}"
UNIT = "modular-programming"


def run(name, capsys):
    found = runpy.run_path(str(PROGRAMS / f"{name}.py"))
    capsys.readouterr()
    return found


def slopes(module, x):
    """dy_nj / dx_ni of torch's module as (N, K, d); no sample has another's."""
    table = torch.autograd.functional.jacobian(module, torch.tensor(x)).numpy()
    own = np.stack([table[n, :, n] for n in range(len(x))])
    assert np.abs(table).sum() == pytest.approx(np.abs(own).sum())
    return own


@pytest.mark.equation("eq:layer-chain")
def test_every_layer_is_a_product_with_its_slopes(agree, equation):
    dy_nj, slope = D_E % "y_{nj}", r"\frac{\partial y_{nj}}{\partial x_{ni}}"
    symbols = {dy_nj: "dy[j]", slope: "J[j]", "K": "K"}
    printed = equation("eq:layer-chain", D_E % "x_{ni}", symbols)
    for cls in LAYERS:
        if cls is nn.BatchNorm1d:  # in which samples meet
            continue
        ours, theirs = made(cls, 3)
        x = inputs((5, 3))
        J, (_, dy, dx) = slopes(theirs, x), both_ways(ours, x)
        K = dy.shape[1]
        oracle = printed(K=K, dy=dy.T[:, :, None], J=J.transpose(1, 0, 2))
        against = "printed equation (15.1)"
        agree(UNIT, dx, oracle, 1e-13, against=against, atol=1e-15)


@pytest.mark.equation("eq:activation-backward")
@pytest.mark.parametrize(
    ("layer", "derivative"),
    [
        (nn.Sigmoid, nn.sigmoid_derivative),
        (nn.Tanh, nn.tanh_derivative),
        (nn.ReLU, nn.relu_derivative),
        (nn.LeakyReLU, nn.leaky_relu_derivative),
    ],
)
def test_an_activation_multiplies_by_its_slope(agree, equation, layer, derivative):
    symbols = {D_E % "y_{ni}": "dy", "f'(x_{ni})": "slope"}
    printed = equation("eq:activation-backward", D_E % "x_{ni}", symbols)
    x = inputs((5, 3))
    _, dy, dx = both_ways(layer(), x)
    oracle = printed(dy=dy, slope=derivative(x))
    against = "printed equation (15.5)"
    agree("activation-layer", dx, oracle, 1e-14, against=against, atol=1e-16)


def test_an_activation_and_the_layer_after_it_keep_one_array():
    """The page says so of memory: no copies, and the net input is let go."""
    model = nn.Sequential(nn.Linear(3, 4, 0), nn.ReLU(), nn.Linear(4, 2, 1))
    model.forward(inputs((5, 3)))
    _, relu, last = model.layers
    assert relu._kept[0] is last._kept[0]
    assert len(relu._kept) == len(last._kept) == 1


@pytest.mark.equation("eq:softmax-backward")
def test_a_softmax_layer_is_torchs(agree, equation, capsys):
    softmax = run("two-boxes", capsys)["Softmax"]()
    z, dy = inputs((5, 4)), inputs((5, 4), seed=2)
    y = softmax.forward(z)
    ours, leaf = softmax.backward(dy), torch.tensor(z, requires_grad=True)
    torch.softmax(leaf, 1).backward(torch.tensor(dy))
    near = {"atol": 1e-16}
    against = "torch.softmax"
    agree("softmax-ce-layer", ours, leaf.grad, 1e-13, against=against, **near)
    dy_i, dy_k = D_E % "y_{ni}", D_E % "y_{nk}"
    symbols = {"y_{ni}": "y", dy_i: "dy", dy_k: "dyk[k]", "y_{nk}": "yk[k]", "K": "K"}
    printed = equation("eq:softmax-backward", D_E % "z_{ni}", symbols)
    columns = {"dyk": dy.T[:, :, None], "yk": y.T[:, :, None]}
    oracle = printed(y=y, dy=dy, K=4, **columns)
    against = "printed equation (15.9)"
    agree("softmax-ce-layer", ours, oracle, 1e-13, against=against, **near)


def test_two_boxes_are_one_until_they_fail(agree, capsys):
    found = run("two-boxes", capsys)
    t = np.array([1, 0, 2])
    one, log, softmax = (
        nn.CrossEntropyLoss(),
        found["NegativeLog"](),
        found["Softmax"](),
    )
    for scale in (1, 20):
        z = scale * inputs((3, 4))
        value = log.forward(softmax.forward(z), t)
        oracle = one.forward(z, t)
        agree("softmax-ce-layer", value, oracle, 1e-13, against="one box")
        both, oracle = softmax.backward(log.backward()), one.backward()
        given = {"against": "one box", "atol": 1e-15}
        agree("softmax-ce-layer", both, oracle, 1e-12, **given)
    with np.errstate(all="ignore"):
        assert log.forward(softmax.forward(np.array([[1000.0, 0]])), t[:1]) == np.inf
        assert np.isnan(softmax.backward(log.backward())).all()


@pytest.mark.equation("eq:scale-gradient", "eq:any-loss")
def test_scale(agree, equation, capsys):
    layer, x, dy = run("own-layer", capsys)["Scale"](3), inputs((5, 3)), inputs((5, 3))
    layer.weight[...] = 0.5, -1, 2
    against = "printed equation (15.13)"
    layer.forward(x)
    layer.backward(dy)
    names = {D_E % "y_{ni}": "dy[n]", "x_{ni}": "x[n]", "N": "N"}
    oracle = equation("eq:scale-gradient", D_E % "s_i", names)(dy=dy, x=x, N=5)
    agree(UNIT, layer.grad_weight, oracle, 1e-14, against=against)
    names = {"r_{nj}": "r[n, j]", "y_{nj}": "y[n, j]", "N": "N", "K": "K"}
    printed = equation("eq:any-loss", "E", names)

    def E(s):
        return printed(r=dy, y=s * x, N=5, K=3)

    oracle = central_gradient(E, layer.weight)
    against = "printed equation (15.14)"
    agree(UNIT, layer.grad_weight, oracle, 1e-9, against=against)


def test_faults_of_the_page_are_found(capsys):
    found = run("own-layer", capsys)
    for name, wrong in (("Scale", 0), ("Mean", 2), ("Passes", 1)):
        layer = found[name](3)
        layer.weight[...] = 0.5, -1, 2
        errors = gradient_errors(layer, inputs((5, 3)))
        bad = [k for k, e in enumerate(errors, 1) if e > 1e-8]
        assert bad == ([wrong] if wrong else [])
    errors = gradient_errors(found["Passes"](3), inputs((5, 3)))
    assert max(errors) < 1e-8  # at s = 1 the second fault does not show


def test_a_stack_gives_the_gradient_of_both_uses(agree, capsys):
    net, x = run("exercise-stack", capsys)["net"], inputs((5, 3))
    W = torch.tensor(net.params[0], requires_grad=True)
    _, dy, _ = both_ways(net, x)
    torch.tanh(torch.tanh(torch.tensor(x) @ W.T) @ W.T).backward(torch.tensor(dy))
    agree(UNIT, net.grads[0], W.grad, 1e-13, against="torch.autograd")


def test_a_layer_that_forgets_is_wrong_in_two_places(capsys):
    """By hand: y = w² x has the slope 2 w x = 12; it says 18."""
    found = run("shared", capsys)
    assert found["w"].grad == 12
    layer = found["Forgetful"](3.0)
    layer.forward(layer.forward(found["x"]))
    layer.backward(layer.backward(np.ones((1, 1))))
    assert layer.grad_w == 18


@pytest.mark.equation("eq:two-halves", by="what travels between the layers")
@pytest.mark.parametrize("f", [nn.sigmoid, nn.tanh, nn.relu])
def test_a_step_of_the_recursion_is_two_layers(agree, f):
    model = MLP(3, [5, 4], 2, f, f, rng=0)
    chain, x = as_layers(model), inputs((6, 3))
    signal = dy = inputs((6, 2), seed=2)
    model.forward(x)
    model.backward(dy)
    chain.forward(x)
    for number, (linear, activation) in enumerate(
        [chain.layers[k : k + 2] for k in (4, 2, 0)]
    ):
        delta = activation.backward(signal)
        signal = linear.backward(delta)
        unit, against = "layer-decomposition-example", "scratch.models.deep.MLP"
        oracle = model.delta[3 - number]
        agree(unit, delta, oracle, 1e-14, against=against, atol=1e-17)


def test_the_procedure_is_torchs_step_by_step(agree, capsys):
    """Two updates of the page's network, from its own arrays."""
    found = run("procedure", capsys)
    W1 = torch.tensor([[1.0, 1], [1, -1]], dtype=torch.float64)
    W2 = torch.tensor([[2.0, 5]], dtype=torch.float64)
    b1, b2 = torch.zeros(2, dtype=torch.float64), torch.tensor([-4.0]).double()
    leaves = [a.requires_grad_() for a in (W1, b1, W2, b2)]
    optimizer, x = torch.optim.SGD(leaves, lr=found["lr"]), torch.tensor(found["x"])
    for _ in range(2):
        optimizer.zero_grad()
        y = torch.relu(x @ W1.T + b1) @ W2.T + b2
        ((y - 1) ** 2 / 2).sum().backward()
        optimizer.step()
    ours = found["W"][1], found["b"][1], found["W"][2], found["b"][2]
    for mine, theirs in zip(ours, leaves, strict=True):
        unit, against = "mlp-implementation-procedure", "torch.optim.SGD"
        agree(unit, mine, theirs, 1e-14, against=against)
