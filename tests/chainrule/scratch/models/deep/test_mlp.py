import numpy as np
import pytest
import torch

from chainrule.scratch import nn
from chainrule.scratch.models import MLP
from chainrule.scratch.models.deep import (
    identity,
    mlp_backward,
    mlp_forward,
    mlp_gradients,
)
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Trainer

UNIT = "backprop-vectorized"
FUNCTIONS = {
    nn.relu: torch.relu,
    nn.sigmoid: torch.sigmoid,
    nn.tanh: torch.tanh,
    identity: lambda u: u,
}
# All widths differ, so that a wrong index or a missing transpose has no shape.
WIDTHS = [[5], [4, 6], [7, 2, 5], []]
LOSSES = [
    (nn.CrossEntropyLoss, lambda y, t: torch.nn.functional.cross_entropy(y, t)),
    (
        nn.HalfSquaredErrorLoss,
        lambda y, t: ((y - t) ** 2).sum() / 2 / len(y),
    ),
]


def network(widths, activation=nn.tanh, output=identity):
    model = MLP(3, widths, 4, activation, output, rng=0)
    rng = np.random.default_rng(1)
    for p in model.params:
        p[...] = rng.normal(size=p.shape)
    return model, rng.normal(size=(6, 3))


def torchs(model, x):
    """Parameters, u and y of every layer as torch computes them."""
    leaves = [torch.tensor(p, requires_grad=True) for p in model.params]
    u, y = {}, {0: torch.tensor(x, requires_grad=True)}
    for n, f in model.f.items():
        W, b = leaves[2 * n - 2], leaves[2 * n - 1]
        u[n] = y[n - 1] @ W.T + b
        y[n] = FUNCTIONS[f](u[n])
        u[n].retain_grad()
    return leaves, u, y


@pytest.mark.parametrize("widths", WIDTHS)
@pytest.mark.parametrize("activation", [nn.relu, nn.sigmoid, nn.tanh])
@pytest.mark.parametrize("output", [identity, nn.sigmoid])
@pytest.mark.parametrize("loss", LOSSES)
def test_is_torchs(agree, widths, activation, output, loss):
    """Every u, y, delta and gradient, and that of the input."""
    cls, theirs = loss
    model, x = network(widths, activation, output)
    rng = np.random.default_rng(2)
    t = (
        rng.integers(4, size=6)
        if cls is nn.CrossEntropyLoss
        else rng.normal(size=(6, 4))
    )
    ours = cls()
    value = ours.forward(model.forward(x), t)
    model.backward(ours.backward())
    leaves, u, y = torchs(model, x)
    oracle = theirs(y[len(u)], torch.tensor(t))
    oracle.backward()
    given = {"against": "torch.autograd", "atol": 1e-15}
    agree(UNIT, value, oracle, 1e-13, **given)
    for n in u:
        agree("mlp-forward-matrix", model.u[n], u[n], 1e-12, **given)
        agree("mlp-forward-matrix", model.y[n], y[n], 1e-12, **given)
        agree("local-sensitivity", model.delta[n], u[n].grad, 1e-12, **given)
    for mine, leaf in zip(model.grads, leaves, strict=True):
        agree(UNIT, mine, leaf.grad, 1e-12, **given)
    dx = model.delta[1] @ model.W[1]
    agree(UNIT, dx, y[0].grad, 1e-12, **given)


def test_neuron_by_neuron(agree):
    """The indices of the notes: u_j = sum_i w_ji y_i + b_j, one sample at a time."""
    model, x = network([4, 6])
    y = model.forward(x)
    for n, sample in enumerate(x):
        before = sample
        for layer in (1, 2, 3):
            W, b, f = model.W[layer], model.b[layer], model.f[layer]
            u = [
                sum(W[j, i] * before[i] for i in range(len(before))) + b[j]
                for j in range(len(b))
            ]
            before = f(np.array(u))
        unit, against = "mlp-forward-matrix", "a loop over neurons"
        agree(unit, y[n], before, 1e-13, against=against)


def test_delta_neuron_by_neuron(agree):
    """delta_i = sum_j delta_j w_ji f'(u_i), and dE/dw_ji = delta_j y_i, with the
    indices that note C mixes up."""
    model, x = network([4, 6])
    dy = np.random.default_rng(3).normal(size=(6, 4))
    model.forward(x)
    model.backward(dy)
    unit, against = "local-sensitivity", "a loop over neurons"
    for layer in (1, 2):
        above, W = model.delta[layer + 1], model.W[layer + 1]
        slope = 1 - np.tanh(model.u[layer]) ** 2
        for n in range(6):
            delta = [
                sum(above[n, j] * W[j, i] for j in range(len(W))) * slope[n, i]
                for i in range(W.shape[1])
            ]
            agree(unit, model.delta[layer][n], delta, 1e-12, against=against)
        by_sample = [
            np.outer(model.delta[layer][n], model.y[layer - 1][n]) for n in range(6)
        ]
        agree(unit, model.dW[layer], sum(by_sample), 1e-12, against=against)


def test_the_numbers_of_the_lecture():
    """Note B: (1, -1) gives (0.62, 0.83), and (0, 0) gives (0.51, 0.85)."""
    pairs = [
        (np.array([[1.0, -2], [-1, 1]]), np.array([1.0, 0])),
        (np.array([[2.0, -1], [-2, -1]]), np.array([0.0, 0])),
        (np.array([[3.0, -1], [-1, 4]]), np.array([-2.0, 2])),
    ]
    model = MLP.of(pairs, nn.sigmoid, nn.sigmoid)
    y = model.forward([[1, -1], [0, 0]])
    assert y.round(2).tolist() == [[0.62, 0.83], [0.51, 0.85]]
    assert model.y[1].round(2).tolist() == [[0.98, 0.12], [0.73, 0.5]]
    assert model.y[2].round(2).tolist() == [[0.86, 0.11], [0.72, 0.12]]


def test_weights_that_have_changed_give_another_delta():
    """A step uses the weights of the forward pass: layer by layer is another."""
    model, x = network([4, 6])
    dy, lr = np.random.default_rng(3).normal(size=(6, 4)), 0.1
    model.forward(x)
    model.backward(dy)
    changed = {n: W - lr * model.dW[n] for n, W in model.W.items()}
    delta = mlp_backward(dy, changed, model.u, model.df)
    assert np.array_equal(delta[3], model.delta[3])
    assert not np.allclose(delta[2], model.delta[2], rtol=0.01)


def test_cross_entropy_cancels_the_slope_and_squared_error_does_not(agree):
    """Mistake 3. From logits: y - t over N, and no f'."""
    x = network([5])[1]
    t = np.random.default_rng(2).integers(4, size=6)
    logits, loss = network([5])[0], nn.CrossEntropyLoss()
    loss.forward(logits.forward(x), t)
    logits.backward(loss.backward())
    y = nn.softmax(logits.u[2])
    oracle = (y - np.eye(4)[t]) / 6
    unit, against = "output-delta-cross-entropy", "y - t over N"
    agree(unit, logits.delta[2], oracle, 1e-13, against=against)
    model, loss = network([5], output=nn.sigmoid)[0], nn.HalfSquaredErrorLoss()
    y = model.forward(x)
    loss.forward(y, np.eye(4)[t])
    model.backward(loss.backward())
    oracle = (y - np.eye(4)[t]) * y * (1 - y) / 6
    unit, against = "output-layer-delta-square-error", "(y - t) f'(u) over N"
    agree(unit, model.delta[2], oracle, 1e-13, against=against)


def test_a_batch_and_its_copy_have_the_same_gradient():
    """Mistake 4: of a mean."""
    model, x = network([4, 6])
    t, found = np.random.default_rng(2).integers(4, size=6), []
    for times in (1, 2):
        loss = nn.CrossEntropyLoss()
        loss.forward(model.forward(np.tile(x, (times, 1))), np.tile(t, times))
        model.backward(loss.backward())
        found.append([g.copy() for g in model.grads])
    for one, two in zip(*found, strict=True):
        np.testing.assert_allclose(one, two, rtol=1e-12, atol=1e-16)


def test_gradients_are_those_of_the_last_batch():
    model, x = network([4])
    for given in (x, x[:2]):
        model.forward(given)
        model.backward(np.ones((len(given), 4)))
    once = [g.copy() for g in model.grads]
    fresh = network([4])[0]
    fresh.forward(x[:2])
    fresh.backward(np.ones((2, 4)))
    assert all(np.array_equal(a, b) for a, b in zip(once, fresh.grads, strict=True))


def test_the_functions_are_the_class():
    model, x = network([4, 6])
    dy = np.ones((6, 4))
    model.forward(x)
    model.backward(dy)
    u, y = mlp_forward(x, model.W, model.b, model.f)
    delta = mlp_backward(dy, model.W, u, model.df)
    dW, db = mlp_gradients(delta, y)
    for ours, same in (
        (model.u, u),
        (model.y, y),
        (model.delta, delta),
        (model.dW, dW),
        (model.db, db),
    ):
        assert ours.keys() == same.keys()
        assert all(np.array_equal(ours[n], same[n]) for n in ours)


def test_starts_as_a_chain_of_linear_layers():
    model, rng = MLP(3, [4, 6], 2, rng=7), np.random.default_rng(7)
    chain = [nn.Linear(i, o, rng) for i, o in ((3, 4), (4, 6), (6, 2))]
    start = [p for layer in chain for p in layer.params]
    assert all(np.array_equal(a, b) for a, b in zip(model.params, start, strict=True))
    assert not any(g.any() for g in model.grads)


def test_number_of_parameters():
    """Sum over the layers of n(l) n(l-1) + n(l)."""
    model = MLP(784, [256], 10)
    assert sum(p.size for p in model.params) == 784 * 256 + 256 + 256 * 10 + 10


def test_the_trainer_trains_it():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 2))
    t = (X[:, 0] * X[:, 1] > 0).astype(int)  # XOR
    model = MLP(2, [16], 2, nn.tanh, rng=0)
    optimizer = MomentumSGD(model.params, lr=0.3, momentum=0.9)
    batches = [(X[k : k + 50], t[k : k + 50]) for k in range(0, 200, 50)]
    losses = Trainer(model, nn.CrossEntropyLoss(), optimizer, batches).train(100)[
        "loss"
    ]
    assert losses[0] > 0.6
    assert losses[-1] < 0.1


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("activation", [nn.relu, nn.sigmoid, nn.tanh])
def test_dtype_stays(dtype, activation):
    model = MLP(3, [4], 2, activation, activation, dtype=dtype)
    y = model.forward(np.ones((5, 3), dtype))
    model.backward(np.ones_like(y))
    state = (model.u, model.y, model.delta, model.dW, model.db)
    assert {a.dtype for arrays in state for a in arrays.values()} == {np.dtype(dtype)}


def test_backward_before_forward():
    with pytest.raises(RuntimeError, match="MLP: backward before forward"):
        MLP(3, [4]).backward(np.ones((2, 1)))


def test_shapes_that_do_not_fit():
    model = MLP(3, [4], 2)
    for shape in ((3,), (2, 4), (2, 3, 3)):
        with pytest.raises(ValueError, match=r"x must be \(N, 3\), got \("):
            model.forward(np.ones(shape))
    model.forward(np.ones((5, 3)))
    for shape in ((5,), (5, 1), (1, 2), ()):
        with pytest.raises(ValueError, match=r"dy must be \(5, 2\), got \("):
            model.backward(np.ones(shape))


def test_no_samples_have_no_gradient():
    model = MLP(3, [4], 2)
    assert model.forward(np.ones((0, 3))).shape == (0, 2)
    model.backward(np.ones((0, 2)))
    assert not any(g.any() for g in model.grads)


@pytest.mark.parametrize("widths", [[0], [3, -1]])
def test_no_neurons(widths):
    with pytest.raises(ValueError, match="no layer from"):
        MLP(3, widths)


def test_functions_without_a_known_derivative():
    with pytest.raises(ValueError, match="is none of ours"):
        MLP(3, [4], activation=np.sin)
    with pytest.raises(ValueError, match="is none of ours"):
        MLP(3, [4], output=nn.softmax)
