import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Linear

UNIT = "mnist-softmax-case"


def layer(n=6, d=4, K=3):
    rng = np.random.default_rng(0)
    return Linear(d, K, rng), rng.normal(size=(n, d)), rng.normal(size=(n, K))


@pytest.mark.parametrize(("n", "d", "K"), [(6, 4, 3), (1, 1, 1), (5, 1, 2)])
def test_is_torchs(agree, n, d, K):
    ours, x, dy = layer(n, d, K)
    theirs = torch.nn.Linear(d, K, dtype=torch.float64)
    with torch.no_grad():
        theirs.weight.copy_(torch.tensor(ours.weight))
        theirs.bias.copy_(torch.tensor(ours.bias))
    leaf = torch.tensor(x, requires_grad=True)
    y = theirs(leaf)
    y.backward(torch.tensor(dy))
    against = "torch.nn.Linear"
    agree(UNIT, ours.forward(x), y, 1e-14, against=against)
    agree(UNIT, ours.backward(dy), leaf.grad, 1e-14, against=against)
    agree(UNIT, ours.grad_weight, theirs.weight.grad, 1e-14, against=against)
    agree(UNIT, ours.grad_bias, theirs.bias.grad, 1e-14, against=against)


@pytest.mark.equation("eq:linear-forward", "eq:linear-sums")
@pytest.mark.equation("eq:linear-matrices", by="torch.nn.Linear, in test_is_torchs")
@pytest.mark.parametrize(("n", "d", "K"), [(6, 4, 3), (1, 1, 1), (5, 1, 2)])
def test_printed(agree, equation, n, d, K):
    ours, x, dy = layer(n, d, K)
    W, b = ours.weight, ours.bias
    symbols = {"b_j": "b", "x_{ni}": "x[i]", "w_{ji}": "w[i]", "d": "d"}
    columns = {"x": x.T[:, :, None], "w": W.T[:, None, :]}
    printed = equation("eq:linear-forward", "y_{nj}", symbols)(b=b, d=d, **columns)
    unit, against = "linear-layer", "printed equation (15.2)"
    agree(unit, ours.forward(x), printed, 1e-14, against=against)

    by, dx = r"\frac{\partial E}{\partial %s}", ours.backward(dy)
    dy_nj, against = by % "y_{nj}", "printed equation (15.3)"
    symbols = {dy_nj: "dy[n]", "x_{ni}": "x[n]", "N": "N"}
    dW = equation("eq:linear-sums", by % "w_{ji}", symbols)
    printed = dW(dy=dy[:, :, None], x=x[:, None], N=n)
    agree(unit, ours.grad_weight, printed, 1e-14, against=against)
    db = equation("eq:linear-sums", by % "b_j", {dy_nj: "dy[n]", "N": "N"})
    agree(unit, ours.grad_bias, db(dy=dy, N=n), 1e-14, against=against)
    symbols = {dy_nj: "dy[j]", "w_{ji}": "w[j]", "K": "K"}
    by_x = equation("eq:linear-sums", by % "x_{ni}", symbols)
    printed = by_x(dy=dy.T[:, :, None], w=W[:, None], K=K)
    agree(unit, dx, printed, 1e-14, against=against)


def test_no_samples_have_no_gradient():
    ours, x, dy = layer(0)
    assert ours.forward(x).shape == (0, 3)
    assert ours.backward(dy).shape == (0, 4)
    assert not ours.grad_weight.any()


def test_starts_as_torchs_does():
    """Uniform in ±1/sqrt(in_features), the weights first."""
    d, K = 100, 400
    ours = Linear(d, K, 7)
    start = np.random.default_rng(7).uniform(-1, 1, K * (d + 1)) / 10
    np.testing.assert_array_equal(ours.weight, start[: K * d].reshape(K, d))
    np.testing.assert_array_equal(ours.bias, start[K * d :])
    theirs = torch.nn.Linear(d, K)
    for mine, other in ((ours.weight, theirs.weight), (ours.bias, theirs.bias)):
        assert np.abs(mine).max() == pytest.approx(0.1, rel=0.01)
        assert np.abs(mine).max() == pytest.approx(other.abs().max().item(), rel=0.01)
    assert (Linear(d, K).weight != Linear(d, K).weight).any()


def test_layers_draw_from_one_generator():
    rng = np.random.default_rng(0)
    one, two = Linear(3, 3, rng), Linear(3, 3, rng)
    assert (one.weight != two.weight).all()


def test_holds_the_arrays_that_it_is_made_of():
    W, b = np.ones((2, 3)), np.zeros(2)
    ours = Linear.of(W, b)
    W[0] = 5
    assert ours.forward(np.ones((1, 3))).tolist() == [[15, 3]]
    assert ours.weight is W
    assert ours.bias is b


def test_networks_side_by_side(agree):
    """Leading axes: each network as if it were alone."""
    rng = np.random.default_rng(0)
    W, b = rng.normal(size=(5, 3, 4)), rng.normal(size=(5, 3))
    x, dy = rng.normal(size=(6, 4)), rng.normal(size=(5, 6, 3))
    many, against = Linear.of(W, b), "each network alone"
    y, dx = many.forward(x), many.backward(dy)
    for k in range(5):
        one = Linear.of(W[k], b[k])
        agree(UNIT, y[k], one.forward(x), 1e-14, against=against)
        agree(UNIT, dx[k], one.backward(dy[k]), 1e-14, against=against)
        agree(UNIT, many.grad_weight[k], one.grad_weight, 1e-14, against=against)
        agree(UNIT, many.grad_bias[k], one.grad_bias, 1e-14, against=against)


def test_whole_numbers_are_floats():
    assert layer()[0].forward(np.ones((2, 4), np.uint8)).dtype == np.float64


@pytest.mark.parametrize("shape", [(4,), (6, 3), (2, 6, 4), ()])
def test_refuses_other_shapes(shape):
    with pytest.raises(ValueError, match=r"x must be \(N, 4\), got \("):
        layer()[0].forward(np.ones(shape))


@pytest.mark.parametrize(("d", "K"), [(0, 3), (3, 0), (-1, 1)])
def test_refuses_no_features(d, K):
    with pytest.raises(ValueError, match=f"no layer from {d} to {K}"):
        Linear(d, K)
