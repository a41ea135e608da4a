import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Linear, Maxout, ReLU, leaky_relu

UNIT = "maxout"


def unit(weights, biases, num_pieces):
    """A maxout layer with these rows (m k, d) and biases (m k,)."""
    rows, d = np.shape(weights)
    layer = Maxout(d, rows // num_pieces, num_pieces)
    layer.linear.weight[...], layer.linear.bias[...] = weights, biases
    return layer


@pytest.mark.equation("eq:maxout", by="torch.amax of an einsum")
@pytest.mark.parametrize(("d", "m", "k"), [(3, 2, 4), (1, 1, 2), (4, 3, 1), (2, 5, 2)])
def test_is_the_paper_s_maximum(agree, d, m, k):
    """Z[n, i, j] = x[n] · W[i, j] + b[i, j], and the maximum over j."""
    rng = np.random.default_rng(0)
    W, b = rng.normal(size=(m, k, d)), rng.normal(size=(m, k))
    x, dy = rng.normal(size=(6, d)), rng.normal(size=(6, m))
    ours = unit(W.reshape(-1, d), b.ravel(), k)
    leaves = [torch.tensor(a, requires_grad=True) for a in (x, W, b)]
    X, V, c = leaves
    y = (torch.einsum("nd,ikd->nik", X, V) + c).amax(-1)
    y.backward(torch.tensor(dy))
    against = "torch.amax"
    agree(UNIT, ours.forward(x), y, 1e-14, against=against)
    agree(UNIT, ours.backward(dy), X.grad, 1e-13, against=against)
    by_W, by_b = ours.grads
    agree(UNIT, by_W.reshape(m, k, d), V.grad, 1e-13, against=against)
    agree(UNIT, by_b.reshape(m, k), c.grad, 1e-13, against=against)


@pytest.mark.equation("eq:maxout-gradient", by="a winner known beforehand")
def test_the_gradient_goes_to_the_winner_alone():
    layer = unit([[1.0], [-1.0], [0.0]], [0.0, 0.0, 1.0], 3)
    wins = {3.0: 0, -3.0: 1, 0.5: 2}
    for x, winner in wins.items():
        layer.forward([[x]])
        layer.backward(np.array([[2.0]]))
        assert layer.grads[1].tolist() == [2.0 * (j == winner) for j in range(3)]


def test_of_several_winners_the_first_has_it():
    """As torch.max(dim) does on the CPU; amax would share it."""
    layer = unit([[1.0], [1.0]], [0.0, 0.0], 2)
    layer.forward([[1.0]])
    assert layer.backward(np.array([[1.0]])).tolist() == [[1]]
    assert layer.grads[1].tolist() == [1, 0]


def test_relu_is_a_maxout_with_a_piece_of_zeros():
    """Bit for bit: max(w x + b, 0)."""
    rng = np.random.default_rng(1)
    linear, x = Linear(3, 4, rng), rng.normal(size=(50, 3))
    rows = np.stack([linear.weight, np.zeros((4, 3))], axis=1).reshape(8, 3)
    biases = np.stack([linear.bias, np.zeros(4)], axis=1).ravel()
    assert np.array_equal(
        unit(rows, biases, 2).forward(x), ReLU().forward(linear.forward(x))
    )


def test_so_are_the_absolute_value_and_the_leaky_relu():
    x = np.linspace(-2, 2, 41)[:, None]
    assert np.array_equal(unit([[1.0], [-1.0]], [0, 0], 2).forward(x), np.abs(x))
    leaky = unit([[1.0], [0.01]], [0, 0], 2).forward(x)
    assert np.array_equal(leaky, leaky_relu(x))


def test_it_is_convex():
    """A maximum of lines lies below its chords, whatever it has learned."""
    layer, rng = Maxout(3, 2, 5, 0), np.random.default_rng(0)
    a, b = rng.normal(size=(2, 200, 3))
    middle = layer.forward((a + b) / 2)
    assert (middle <= (layer.forward(a) + layer.forward(b)) / 2 + 1e-14).all()


def test_tangents_of_a_parabola_and_of_two_parts_of_a_sine():
    """Every convex curve is approached, and a difference of two is any curve."""
    x, touch = np.linspace(-3, 3, 601)[:, None], np.linspace(-3, 3, 31)
    half = np.pi / 30  # no point is further from one of touch, and |f''| <= 2
    parts = (
        (touch**2 / 2 + np.sin(touch), touch + np.cos(touch)),
        (touch**2 / 2, touch),
    )
    up, down = (
        unit(slope[:, None], f - slope * touch, 31).forward(x) for f, slope in parts
    )
    assert (up <= x**2 / 2 + np.sin(x) + 1e-14).all()
    assert np.abs(up - down - np.sin(x)).max() < half**2


def test_two_pieces_unless_told():
    assert Maxout(3, 4).num_pieces == 2
    assert Maxout(3, 4).linear.weight.shape == (8, 3)


@pytest.mark.parametrize("sizes", [(0, 2, 2), (2, 0, 2), (2, 2, 0), (2, 2, -1)])
def test_refuses_nothing(sizes):
    with pytest.raises(ValueError, match=r"no pieces|no layer from"):
        Maxout(*sizes)
