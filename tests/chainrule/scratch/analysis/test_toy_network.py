import numpy as np
import pytest
import torch

from chainrule.scratch.analysis import (
    classify_critical_point,
    toy_gradient,
    toy_hessian,
    toy_loss,
)

SYMBOLS = {"x": "x", "w_1": "w1", "w_2": "w2"}
POINTS = [(0.7, -1.3, 2.0, 0.5), (1.0, 1.0, 1.0, 1.0), (-0.4, 0.9, -1.5, 2.0)]


@pytest.mark.equation("eq:toy-loss", "eq:toy-gradient", "eq:toy-hessian")
@pytest.mark.parametrize(("w1", "w2", "x", "t"), POINTS)
def test_printed(agree, equation, w1, w2, x, t):
    values, w = {"w1": w1, "w2": w2, "x": x}, (w1, w2)
    unit, symbols = "toy-network-hessian", SYMBOLS | {"t": "t"}
    printed = equation("eq:toy-loss", "L", symbols)(**values, t=t)
    agree(unit, toy_loss(w, x, t), printed, 1e-14, against="printed equation (19.6)")
    for i in (1, 2):
        lhs = rf"\frac{{\partial L}}{{\partial w_{i}}}"
        printed = equation("eq:toy-gradient", lhs, symbols)(**values, t=t)
        ours = toy_gradient(w, x, t)[i - 1]
        agree(unit, ours, printed, 1e-14, against="printed equation (19.7)")
    H = toy_hessian(w, x, t)
    for lhs, ours, own in (
        ("H_{11}", H[0, 0], {"x", "w2"}),
        ("H_{22}", H[1, 1], {"x", "w1"}),
        ("H_{12}", H[0, 1], {"x", "w1", "w2", "t"}),
    ):
        given = {tex: name for tex, name in symbols.items() if name in own}
        needed = {name: v for name, v in (values | {"t": t}).items() if name in own}
        printed = equation("eq:toy-hessian", lhs, given)(**needed)
        agree(unit, ours, printed, 1e-14, against="printed equation (19.8)")
    assert H[1, 0] == H[0, 1]


@pytest.mark.filterwarnings("ignore:.*torch.jit.script:DeprecationWarning")
@pytest.mark.parametrize(("w1", "w2", "x", "t"), POINTS)
def test_is_autograd(agree, w1, w2, x, t):
    def loss(w):
        return (t - w[0] * w[1] * x) ** 2

    w = torch.tensor([w1, w2], dtype=torch.float64)
    unit = "toy-network-hessian"
    oracle = torch.func.grad(loss)(w)
    ours = toy_gradient((w1, w2), x, t)
    agree(unit, ours, oracle, 1e-14, against="torch.func.grad")
    oracle = torch.func.hessian(loss)(w)
    ours = toy_hessian((w1, w2), x, t)
    agree(unit, ours, oracle, 1e-14, against="torch.func.hessian")


def test_the_origin_is_a_saddle_and_the_minima_have_a_zero():
    """Notes A, B and E leave zeros out; the lecture's own minima have one."""
    H = toy_hessian((0.0, 0.0))
    assert H.tolist() == [[0, -2], [-2, 0]]
    assert np.linalg.eigvalsh(H) == pytest.approx([-2, 2])
    assert classify_critical_point(H, gradient=toy_gradient((0.0, 0.0))) == "saddle"
    for w1 in (0.5, 1.0, -2.0):
        w = (w1, 1 / w1)
        assert toy_loss(w) == 0
        assert toy_gradient(w).tolist() == [0, 0]
        values = np.linalg.eigvalsh(toy_hessian(w))
        assert values == pytest.approx([0, 2 * (w1**2 + 1 / w1**2)], abs=1e-14)
        assert classify_critical_point(toy_hessian(w), tol=1e-12) == "undecided"


def test_many_points_at_once():
    w = np.random.default_rng(0).normal(size=(2, 4, 3))
    assert toy_loss(w).shape == (4, 3)
    assert toy_gradient(w).shape == (2, 4, 3)
    assert toy_hessian(w).shape == (2, 2, 4, 3)
    assert np.array_equal(toy_hessian(w)[..., 1, 2], toy_hessian(w[:, 1, 2]))


@pytest.mark.equation("eq:escape-rate")
def test_distance_grows_as_printed(agree, equation):
    symbols = {r"\eta": "lr", "t": "t", "a_0": "start"}
    printed = equation("eq:escape-rate", "a_t", symbols)
    w = np.array([1e-9, 1e-9])
    for t in range(1, 200):
        w = w - 0.02 * toy_gradient(w)
        oracle = printed(lr=0.02, t=t, start=1.0)  # linear in the start
        against = "printed equation (19.10)"
        agree("saddle-escape-direction", w[0] / 1e-9, oracle, 1e-11, against=against)


def test_a_valley_along_one_diagonal_is_a_hill_along_the_other():
    s = np.linspace(-0.5, 0.5, 11)
    across, along = toy_loss((s, -s)), toy_loss((s, s))
    assert across.argmin() == along.argmax() == 5


def test_random_matrices_are_seldom_positive():
    """(2 - √2)/4 in two dimensions, and 3^(-n²/4) is the right order later."""
    rng = np.random.default_rng(1)
    shares = []
    for n in (1, 2, 3):
        A = rng.normal(size=(100_000, n, n))
        values = np.linalg.eigvalsh((A + A.transpose(0, 2, 1)) / 2)
        shares.append((values > 0).all(axis=1).mean())
    assert shares[:2] == pytest.approx([0.5, (2 - 2**0.5) / 4], abs=0.005)
    assert shares[2] < shares[1] / 4
