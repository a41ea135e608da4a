import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.scratch.models import ReLUSum, SigmoidSum
from chainrule.scratch.models.regression import as_relus
from chainrule.scratch.models.shallow import one_hidden_layer
from chainrule.scratch.nn import MSELoss, ReLU, Sequential, Sigmoid, ramp, sigmoid
from chainrule.scratch.nn.utils import parameters_to_vector, vector_to_parameters

MODELS = [(SigmoidSum, torch.sigmoid), (ReLUSum, torch.relu)]


def forward(X, W, b, c, b0, activation):
    """Predictions y (N,) and the units' outputs a (N, K)."""
    model = one_hidden_layer(W, b, c, b0, activation())
    units = Sequential(*model.layers[:2])
    return model.forward(X)[:, 0], units.forward(X)


def gradients(X, t, W, b, c, b0, activation):
    """Those of the mean squared error, in the shapes of W, b, c and b0."""
    model, loss = one_hidden_layer(W, b, c, b0, activation()), MSELoss()
    loss.forward(model.forward(X), t[:, None])
    model.backward(loss.backward())
    by_W, by_b, by_c, by_b0 = model.grads
    return by_W, by_b, by_c[0], by_b0[0]


def sample(n=6, d=3, units=4, seed=0):
    rng = np.random.default_rng(seed)
    X, t = rng.normal(size=(n, d)), rng.normal(size=n)
    W, b, c = rng.normal(size=(units, d)), *rng.normal(size=(2, units))
    return X, t, (W, b, c, rng.normal())


@pytest.mark.equation("eq:sigmoid-sum", by="a double loop")
def test_is_the_double_sum(agree):
    X, _, (W, b, c, b0) = sample()
    y = []
    for x in X:
        total = b0
        for i in range(4):
            r = b[i]
            for j in range(3):
                r += W[i, j] * x[j]
            total += c[i] / (1 + np.exp(-r))
        y.append(total)
    ours = forward(X, W, b, c, b0, Sigmoid)[0]
    agree("sigmoid-sum-model", ours, y, 1e-14, against="a double loop")


@pytest.mark.equation("eq:matrix-form", by="torch.nn.Linear")
@pytest.mark.parametrize(("model", "oracle"), MODELS)
def test_is_two_layers(agree, model, oracle):
    X, _, (W, b, c, b0) = sample()
    hidden = torch.nn.Linear(3, 4, dtype=torch.float64)
    output = torch.nn.Linear(4, 1, dtype=torch.float64)
    with torch.no_grad():
        hidden.weight.copy_(torch.tensor(W))
        hidden.bias.copy_(torch.tensor(b))
        output.weight.copy_(torch.tensor(c))
        output.bias.fill_(b0)
        y = output(oracle(hidden(torch.tensor(X)))).squeeze(-1)
    ours = forward(X, W, b, c, b0, model.activation)[0]
    agree("network-matrix-form", ours, y, 1e-14, against="torch.nn.Linear")


@pytest.mark.equation("eq:relu-sum")
def test_sum_of_relus(agree, equation):
    X, _, (W, b, c, b0) = sample(units=4)  # 2K = 4
    symbols = {"b": "b0", "K": "K", "d": "d", "c_i": "c[i]", "b_i": "b[i]"}
    symbols |= {"w_{ij}": "w[i,j]", "x_j": "x[j]"}
    printed = equation("eq:relu-sum", "y", symbols)
    oracle = printed(b0=b0, K=2, d=3, c=c, b=b, w=W, x=X.T)
    ours = forward(X, W, b, c, b0, ReLU)[0]
    agree("relu-sum-model", ours, oracle, 1e-14, against="printed equation (3.14)")


def test_hard_sigmoids_equal_twice_as_many_relus(agree):
    for seed in range(10):
        X, _, (W, b, c, b0) = sample(seed=seed)
        hard = ramp(X @ W.T + b) @ c + b0
        ours = forward(X, *as_relus(W, b, c), b0, ReLU)[0]
        agree("relu-sum-model", ours, hard, 1e-14, against="sum of hard sigmoids")


@pytest.mark.equation("eq:unit-gradients")
@pytest.mark.parametrize(("model", "oracle"), MODELS)
def test_gradients(agree, equation, model, oracle):
    X, t, parameters = sample()
    ours = gradients(X, t, *parameters, model.activation)
    y, a = forward(X, *parameters, model.activation)
    slope = a * (1 - a) if model is SigmoidSum else np.where(a > 0, 1.0, 0.0)
    symbols = {"N": "N", "y_n": "y[n]", "t_n": "t[n]"}
    base = {"N": len(t), "y": y, "t": t}
    through = {"c_i": "c", "f'(r_{ni})": "slope[n]"}
    values = {"c": parameters[2], "slope": slope}
    for lhs, mine, more, arrays in (
        ("b", ours[3], {}, {}),
        ("c_i", ours[2], {"a_{ni}": "a[n]"}, {"a": a}),
        ("b_i", ours[1], through, values),
    ):
        name = rf"\frac{{\partial L}}{{\partial {lhs}}}"
        printed = equation("eq:unit-gradients", name, symbols | more)
        result = printed(**base, **arrays)
        against = "printed equation (3.11)"
        agree("sigmoid-sum-model", mine, result, 1e-14, against=against)
    name = r"\frac{\partial L}{\partial w_{ij}}"
    printed = equation(
        "eq:unit-gradients", name, symbols | through | {"x_{nj}": "x[n]"}
    )
    for j in range(3):
        result = printed(**base, **values, x=X[:, j])
        against = "printed equation (3.11)"
        agree("sigmoid-sum-model", ours[0][:, j], result, 1e-14, against=against)

    leaves = [
        torch.tensor(p, dtype=torch.float64, requires_grad=True) for p in parameters
    ]
    W, b, c, b0 = leaves
    predicted = oracle(torch.tensor(X) @ W.T + b) @ c + b0
    ((predicted - torch.tensor(t)) ** 2).mean().backward()
    for mine, leaf in zip(ours, leaves, strict=True):
        agree("sigmoid-sum-model", mine, leaf.grad, 1e-14, against="torch.autograd")


@settings(deadline=None)
@given(st.integers(1, 8), st.integers(1, 4), st.integers(1, 5), st.integers(0, 10**6))
def test_gradients_against_central_differences(n, d, units, seed):
    X, t, parameters = sample(n, d, units, seed)
    model = one_hidden_layer(*parameters, Sigmoid())
    theta = parameters_to_vector(model.params)
    ours = parameters_to_vector(
        [np.ravel(g) for g in gradients(X, t, *parameters, Sigmoid)]
    )

    def loss(theta):
        vector_to_parameters(theta, model.params)
        return np.mean((model.forward(X)[:, 0] - t) ** 2)

    h = 1e-5 * np.eye(len(theta))
    oracle = [(loss(theta + e) - loss(theta - e)) / 2e-5 for e in h]
    np.testing.assert_allclose(ours, oracle, atol=1e-7)


def test_the_weights_multiply_the_features():
    """Note A prints w + x: then the unit of a feature would change the model."""
    X, _, (W, b, c, b0) = sample(d=3)
    scale = np.array([10.0, 1.0, 0.1])
    y = forward(X, W, b, c, b0, Sigmoid)[0]
    same = forward(X * scale, W / scale, b, c, b0, Sigmoid)[0]
    np.testing.assert_allclose(y, same, atol=1e-13)

    def as_printed(X, W):
        r = b + (W[None] + X[:, None]).sum(-1)
        return b0 + sigmoid(r) @ c

    assert np.abs(as_printed(X, W) - as_printed(X * scale, W / scale)).max() > 0.1


def test_the_sum_of_c_i_times_the_vector_is_no_number():
    """Note E writes the vector a where its component a_i belongs."""
    X, _, (W, b, c, b0) = sample(n=1)
    y, a = forward(X, W, b, c, b0, Sigmoid)
    printed = b0 + sum(c_i * a[0] for c_i in c)
    assert printed.shape == (4,)
    assert y[0] == pytest.approx(b0 + (c * a[0]).sum())


@pytest.mark.equation("eq:steepest")
def test_effect_of_w_b_and_c(agree, equation):
    w, b, c = 1.5, -2.0, 3.0
    x = np.linspace(-4, 6, 41)
    a = sigmoid(b + w * x)
    name = r"\frac{\mathrm dy}{\mathrm dx}"
    symbols = {"c": "c", "w": "w", "a": "a"}
    printed = equation("eq:steepest", name, symbols)(c=c, w=w, a=a)
    leaf = torch.tensor(x, requires_grad=True)
    (c * torch.sigmoid(b + w * leaf)).sum().backward()
    unit = "sigmoid-parameter-effects"
    agree(unit, leaf.grad, printed, 1e-15, against="printed equation (3.7)")
    steepest = np.argmax(leaf.grad.numpy())
    assert leaf.grad[steepest].item() <= c * w / 4
    middle = sigmoid(np.array(b + w * (-b / w)))
    agree(unit, c * w * middle * (1 - middle), c * w / 4, 1e-15, against="closed form")
