import numpy as np
import pytest
import torch
from sklearn.svm import SVC

from chainrule.scratch.models import DualSVM, LinearSVM
from chainrule.scratch.models.linear.linear_svm import objective, subgradient
from chainrule.scratch.nn import hinge, hinge_gradient

UNIT = "linear-svm"


def clouds(seed, n=40, d=2, distance=1.0):
    rng = np.random.default_rng(seed)
    t = rng.choice([-1.0, 1.0], n)
    t[:2] = -1, 1
    return rng.normal(size=(n, d)) + distance * t[:, None], t


@pytest.mark.equation("eq:svm")
def test_objective(agree, equation):
    X, t = clouds(0, d=3)
    w, b = np.array([0.3, -0.2, 0.5]), 0.1
    z = X @ w + b
    names = {"d": "d", "w_j": "w[j]", "N": "N", "t_n": "t[n]", "z_n": "z[n]"}
    printed = equation("eq:svm", "E(w, b)", names | {"C": "C"})
    oracle = printed(d=3, w=w, N=40, t=t, z=z, C=0.7)
    ours = objective(X, t, w, b, 0.7)
    agree(UNIT, ours, oracle, 1e-13, against="printed equation (6.10)")
    parts = w @ w / 2 + 0.7 * 40 * hinge(z, t)
    agree(UNIT, ours, parts, 1e-13, against="chainrule.scratch.nn.hinge")


@pytest.mark.equation("eq:svm-slopes")
@pytest.mark.parametrize(("n", "d"), [(2, 1), (30, 5), (7, 3)])
@pytest.mark.parametrize("seed", range(10))
def test_subgradient(agree, equation, seed, n, d):
    X, t = clouds(seed, n, d)
    rng = np.random.default_rng(seed + 1)
    w, b, C = rng.normal(size=d), rng.normal(), rng.uniform(0.1, 3)
    z = X @ w + b
    by_w, by_b = subgradient(X, t, w, b, C)
    leaf_w = torch.tensor(w, requires_grad=True)
    leaf_b = torch.tensor(b, dtype=torch.float64, requires_grad=True)
    m = torch.tensor(t) * (torch.tensor(X) @ leaf_w + leaf_b)
    (leaf_w @ leaf_w / 2 + C * (1 - m).clamp(min=0).sum()).backward()
    agree(UNIT, by_w, leaf_w.grad, 1e-12, against="torch.autograd")
    agree(UNIT, by_b, leaf_b.grad, 1e-12, against="torch.autograd")
    pull = n * C * hinge_gradient(z, t)
    against = "chainrule.scratch.nn.hinge_gradient"
    agree(UNIT, by_w, w + X.T @ pull, 1e-12, against=against)
    names = {"C": "C", "N": "N", "h_n": "h[n]", "t_n": "t[n]"}
    printed = equation(
        "eq:svm-slopes",
        r"\frac{\partial E}{\partial w_j}",
        names | {"w_j": "w", "x_{nj}": "x[n]"},
    )
    here = {"C": C, "N": n, "t": t, "h": (t * z < 1) * 1.0}
    slope = printed(**here, w=w, x=X)
    agree(UNIT, by_w, slope, 1e-12, against="printed equation (6.11)")
    printed = equation("eq:svm-slopes", r"\frac{\partial E}{\partial b}", names)
    agree(UNIT, by_b, printed(**here), 1e-12, against="printed equation (6.11)")


def test_a_subgradient_at_the_bend_stays_below():
    """E(w', b') >= E + g (w' - w, b' - b) at samples with m = 1 exactly."""
    X, t = np.array([[0.0], [2.0], [5.0]]), np.array([-1.0, 1, 1])
    w, b = np.array([1.0]), -1.0
    assert (t * (X @ w + b) == 1).sum() == 2
    g, h = subgradient(X, t, w, b, 2.0)
    rng = np.random.default_rng(0)
    for dw, db in rng.normal(size=(100, 2)):
        low = objective(X, t, w, b, 2.0) + g[0] * dw + h * db
        assert objective(X, t, w + dw, b + db, 2.0) >= low - 1e-12


@pytest.mark.parametrize("seed", range(5))
def test_descends_to_the_dual(agree, seed):
    """Within a thousandth of the minimum, and of scikit-learn's weights."""
    X, t = clouds(seed)
    best = SVC(kernel="linear", C=0.1, tol=1e-9).fit(X, t)
    minimum = objective(X, t, best.coef_[0], best.intercept_[0], 0.1)
    model = LinearSVM(C=0.1, steps=4000).fit(X, t)
    agree(UNIT, model.losses_.min() / minimum, 1, 1e-3, against="sklearn.svm.SVC")
    agree(UNIT, model.w_, best.coef_[0], 0.03, against="sklearn.svm.SVC")
    final = objective(X, t, model.w_, model.b_, 0.1)
    assert final == pytest.approx(model.losses_.min(), rel=1e-14)
    exact = DualSVM(C=0.1, tol=1e-9).fit(X, t)
    assert final >= objective(X, t, exact.w_, exact.b_, 0.1) - 1e-9


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_the_first_steps_by_hand():
    """Zeros: all push, w = 0 + C sum t x; then the steps halve, third, …"""
    X, t = np.array([[0.0], [2.0]]), np.array([-1.0, 1.0])
    model = LinearSVM(C=0.25, steps=2).fit(X, t)
    # k = 1: w = 0.5, b = 0. k = 2: m = (0, 1), only the first pushes:
    # w = 0.5 - (0.5 - 0) / 2 = 0.25, b = 0 + (-0.25) / 2 = -0.125.
    first = 0.5**2 / 2 + 0.25 * 1
    second = 0.25**2 / 2 + 0.25 * (0.875 + 0.625)
    assert model.losses_ == pytest.approx([0.5, first, second])
    assert (model.w_[0], model.b_) == pytest.approx((0.5, 0))


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_no_step_keeps_zero():
    model = LinearSVM(C=2.0, steps=0).fit([[0.0], [2.0]], [-1, 1])
    assert model.losses_.tolist() == [4.0]
    assert model.predict([[1.0]]) == [-1]


@pytest.mark.parametrize("bad", [{"C": 0}, {"C": np.inf}, {"C": np.nan}, {"steps": -1}])
def test_options(bad):
    with pytest.raises(ValueError, match="invalid C"):
        LinearSVM(**bad).fit([[0.0], [2.0]], [-1, 1])
