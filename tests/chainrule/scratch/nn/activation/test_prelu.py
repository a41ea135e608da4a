import numpy as np
import pytest
import torch

from chainrule.scratch.nn import LeakyReLU, Linear, PReLU, ReLU, Sequential

UNIT = "parametric-relu"


def both(n, shape, init=0.25):
    """Ours and torch's, with their own slopes, gone both ways."""
    rng = np.random.default_rng(0)
    x, dy = rng.normal(size=(2, *shape))
    x.flat[0] = 0
    ours, theirs = PReLU(n, init), torch.nn.PReLU(n, init).double()
    ours.weight[...] = rng.normal(size=n)
    theirs.weight.data.copy_(torch.tensor(ours.weight))
    leaf = torch.tensor(x, requires_grad=True)
    y = theirs(leaf)
    y.backward(torch.tensor(dy))
    found = ours.forward(x), ours.backward(dy), ours.grad_weight
    return zip(found, (y, leaf.grad, theirs.weight.grad), strict=True)


@pytest.mark.parametrize(
    ("n", "shape"), [(1, (5, 3)), (3, (5, 3)), (1, (7,)), (1, (2, 3, 4)), (4, (1, 4))]
)
def test_is_torchs(agree, n, shape):
    for ours, oracle in both(n, shape):
        agree(UNIT, ours, oracle, 1e-14, against="torch.nn.PReLU")


@pytest.mark.equation("eq:prelu-slope")
def test_the_gradient_of_the_slope_as_printed(agree, equation):
    rng = np.random.default_rng(0)
    z, g = rng.normal(size=(2, 5, 3))
    layer = PReLU()
    layer.forward(z)
    layer.backward(g)
    label, lhs = "eq:prelu-slope", r"\frac{\partial L}{\partial a}"
    symbols = {"g_{nj}": "g[n,j]", "z_{nj}": "z[n,j]", "N": "N", "m": "m"}
    printed = equation(label, lhs, symbols)(g=g, z=z, N=5, m=3)
    against = "printed equation (13.13)"
    agree(UNIT, layer.grad_weight[0], printed, 1e-14, against=against)


def test_starts_as_torchs_does():
    for given in ((), (3,), (3, 0.1)):
        ours, theirs = PReLU(*given), torch.nn.PReLU(*given)
        assert ours.weight.astype(np.float32).tolist() == theirs.weight.tolist()


def test_a_slope_that_is_not_learned_makes_the_others():
    x = np.random.default_rng(1).normal(size=(6, 3))
    assert np.array_equal(PReLU(3, 0).forward(x), ReLU().forward(x))
    assert np.array_equal(PReLU(1, 0.2).forward(x), LeakyReLU(0.2).forward(x))


def test_each_layer_learns_its_own_slope():
    """Mistake 5: one object for all layers would learn one slope."""
    shared = PReLU()
    with pytest.raises(ValueError, match="each place needs a layer of its own"):
        Sequential(Linear(3, 3, 0), shared, Linear(3, 3, 1), shared)
    model = Sequential(Linear(3, 3, 0), PReLU(), Linear(3, 3, 1), PReLU())
    assert len(model.parameters()) == 6


def test_several_slopes_want_as_many_features():
    for shape in ((5, 4), (3,), (2, 3, 3)):
        with pytest.raises(ValueError, match=r"x must be \(N, 3\), got \("):
            PReLU(3).forward(np.ones(shape))


@pytest.mark.parametrize("n", [0, -1])
def test_refuses_no_slopes(n):
    with pytest.raises(ValueError, match=f"no slope: num_parameters {n}"):
        PReLU(n)
