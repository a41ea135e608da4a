import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.neural_network import MLPClassifier

from chainrule.scratch.models import CascadedLogistic, NotFittedError
from chainrule.scratch.models.shallow.cascaded_logistic import (
    descend,
    encode,
    gradients,
    logits,
    loss,
)
from chainrule.scratch.nn import binary_cross_entropy_with_logits, sigmoid

CASCADE = "cascaded-logistic-regression"
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
T = np.array([0, 1, 1, 0])


def sample(n=6, d=3, units=4, seed=0, starts=()):
    rng = np.random.default_rng(seed)
    shapes = (units, d), (units,), (units,), ()
    theta = [rng.normal(size=(*starts, *shape)) for shape in shapes]
    theta[-1] = np.asarray(theta[-1])
    return rng.normal(size=(n, d)), rng.integers(0, 2, n), theta


@pytest.mark.equation("eq:cascade", "eq:cascade-loss")
def test_printed_equations(agree, equation):
    given, t, (W, b, c, b0) = sample()
    r_symbols = {"b_i": "b[i]", "d": "d", "w_{ij}": "w[i,j]", "x_{nj}": "x[j]"}
    r = equation(
        "eq:cascade",
        "r_{ni}",
        {k: v.replace("i,j", "j").replace("b[i]", "b") for k, v in r_symbols.items()},
    )
    r = np.stack([r(b=b[i], d=3, w=W[i], x=given.T) for i in range(4)], axis=1)
    a = equation("eq:cascade", "a_{ni}", {"r_{ni}": "r"})(r=r)
    against = "printed equation (11.7)"
    agree(CASCADE, encode(given, W, b), a, 1e-15, against=against)
    symbols = {"b": "b0", "K": "K", "c_i": "c[i]", "a_{ni}": "a[i]"}
    z = equation("eq:cascade", "z_n", symbols)(b0=b0, K=4, c=c, a=a.T)
    agree(CASCADE, logits(given, W, b, c, b0), z, 1e-14, against=against)
    y = equation("eq:cascade", "y_n", {"z_n": "z"})(z=z)
    agree(CASCADE, sigmoid(z), y, 1e-15, against=against)
    symbols = {"N": "N", "z_n": "z[n]", "t_n": "t[n]"}
    value = equation("eq:cascade-loss", "L", symbols)(N=6, z=z, t=t)
    ours = loss(given, t, W, b, c, b0)
    agree(CASCADE, ours, value, 1e-14, against="printed equation (11.8)")
    oracle = binary_cross_entropy_with_logits(z, t)
    against = "chainrule.scratch.nn.binary_cross_entropy_with_logits"
    agree(CASCADE, ours, oracle, 1e-15, against=against)


@pytest.mark.equation("eq:cascade-gradients")
def test_printed_gradients(agree, equation):
    given, t, theta = sample()
    ours = gradients(given, t, *theta)
    a = encode(given, *theta[:2])
    y = sigmoid(logits(given, *theta))
    against = "printed equation (11.9)"
    symbols = {"N": "N", "y_n": "y", "t_n": "t"}
    delta = equation("eq:cascade-gradients", r"\delta_n", symbols)(N=6, y=y, t=t)
    symbols = {"N": "N", r"\delta_n": "delta[n]"}
    base = {"N": 6, "delta": delta}
    inner = {"c_i": "c", "a_{ni}": "a[n]"}

    def printed(name, more):
        left = rf"\frac{{\partial L}}{{\partial {name}}}"
        return equation("eq:cascade-gradients", left, symbols | more)

    oracle = printed("b", {})(**base)
    agree(CASCADE, ours[3], oracle, 1e-15, against=against)
    oracle = printed("c_i", {"a_{ni}": "a[n]"})(**base, a=a)
    agree(CASCADE, ours[2], oracle, 1e-15, against=against)
    oracle = printed("b_i", inner)(**base, a=a, c=theta[2])
    agree(CASCADE, ours[1], oracle, 1e-15, against=against)
    by_w = printed("w_{ij}", inner | {"x_{nj}": "x[n]"})
    for j in range(3):
        oracle = by_w(**base, a=a, c=theta[2], x=given[:, j])
        agree(CASCADE, ours[0][:, j], oracle, 1e-15, against=against)


def autograd(given, t, theta):
    leaves = [torch.tensor(p, requires_grad=True) for p in theta]
    W, b, c, b0 = leaves
    z = torch.sigmoid(torch.tensor(given) @ W.T + b) @ c + b0
    target = torch.tensor(t, dtype=torch.float64)
    torch.nn.BCEWithLogitsLoss()(z, target).backward()
    return [leaf.grad for leaf in leaves]


@pytest.mark.parametrize(("n", "d", "units"), [(4, 2, 2), (6, 3, 4), (1, 1, 1)])
def test_gradients(agree, n, d, units):
    given, t, theta = sample(n, d, units)
    ours = gradients(given, t, *theta)
    for mine, grad in zip(ours, autograd(given, t, theta), strict=True):
        agree(CASCADE, mine, grad, 1e-12, against="torch.autograd")

    def value(W, b, c, b0):  # without |z|, which has no complex derivative
        z = 1 / (1 + np.exp(-(given @ W.T + b))) @ c + b0
        return np.mean(np.log(1 + np.exp(z)) - t * z)

    for k, mine in enumerate(ours):
        for at in np.ndindex(mine.shape):
            moved = [p.astype(complex) for p in theta]
            moved[k][at] += 1e-30j
            step = np.imag(value(*moved)) / 1e-30
            agree(CASCADE, mine[at], step, 1e-14, against="complex step")


@settings(deadline=None, max_examples=40)
@given(*[st.integers(1, 6)] * 3, st.integers(0, 10**6))
def test_gradients_of_any_shape(n, d, units, seed):
    given, t, theta = sample(n, d, units, seed)
    ours = gradients(given, t, *theta)
    for mine, grad in zip(ours, autograd(given, t, theta), strict=True):
        np.testing.assert_allclose(mine, grad, atol=1e-13)


def test_starts_are_trained_as_if_each_were_alone(agree):
    given, t, theta = sample(5, 3, 2, starts=(4, 3))
    ours = descend(given, t, theta, 0.5, 20)
    for at in np.ndindex(4, 3):
        alone = descend(given, t, [np.asarray(p[at]) for p in theta], 0.5, 20)
        for many, one in zip(ours, alone, strict=True):
            agree(CASCADE, many[at], one, 1e-14, against="one start alone")


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_descent_takes_as_many_steps(steps):
    given, t, theta = sample()
    ours = descend(given, t, theta, 0.5, steps)
    for _ in range(steps):
        slopes = gradients(given, t, *theta)
        theta = [p - 0.5 * g for p, g in zip(theta, slopes, strict=True)]
    for mine, other in zip(ours, theta, strict=True):
        np.testing.assert_array_equal(mine, other)


def test_huge_weights_have_a_loss():
    theta = [1e4 * p for p in sample(4, 2, 2)[2]]
    assert np.isfinite(loss(X, T, *theta))
    assert all(np.isfinite(g).all() for g in gradients(X, T, *theta))


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_is_sklearns_network(agree):
    given, t, (W, b, c, b0) = sample(12, 3, 4)
    theirs = MLPClassifier((4,), activation="logistic", max_iter=1)
    with pytest.warns(UserWarning, match="Maximum iterations"):
        theirs.fit(given, t)
    theirs.coefs_, theirs.intercepts_ = [W.T, c[:, None]], [b, b0[None]]
    model = CascadedLogistic(units=4, steps=0).fit(given, t)
    model.W_, model.b_, model.c_, model.b0_ = W, b, c, b0
    oracle = theirs.predict_proba(given)
    against = "sklearn.neural_network.MLPClassifier"
    agree(CASCADE, model.predict_proba(given), oracle, 1e-14, against=against)
    np.testing.assert_array_equal(model.predict(given), theirs.predict(given))


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_descent_is_torchs(agree):
    options = {"units": 3, "lr": 0.7, "seed": 4}
    given, t, _ = sample(8, 2)
    start = CascadedLogistic(steps=0, **options).fit(given, t)
    ours = CascadedLogistic(steps=50, **options).fit(given, t)
    names = "W_", "b_", "c_", "b0_"
    W, b, c, b0 = leaves = [torch.tensor(getattr(start, n)) for n in names]
    for leaf in leaves:
        leaf.requires_grad_()
    optimizer = torch.optim.SGD(leaves, lr=0.7)
    for _ in range(50):
        z = torch.sigmoid(torch.tensor(given) @ W.T + b) @ c + b0
        value = torch.nn.BCEWithLogitsLoss()(z, torch.tensor(t).double())
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
    for name, leaf in zip(names, leaves, strict=True):
        agree(CASCADE, getattr(ours, name), leaf, 1e-12, against="torch.optim.SGD")


def test_conventions():
    words = np.array(["yes", "no", "no", "yes"])
    model = CascadedLogistic(units=3, restarts=5)
    assert model.fit(X, words) is model
    np.testing.assert_array_equal(model.classes_, ["no", "yes"])
    np.testing.assert_array_equal(model.predict(X), words)
    np.testing.assert_allclose(model.predict_proba(X).sum(axis=1), 1)
    assert model.transform(X).shape == (4, 3)
    again = CascadedLogistic(units=3, restarts=5).fit(X, words)
    np.testing.assert_array_equal(again.W_, model.W_)
    other = CascadedLogistic(units=3, restarts=5, seed=1).fit(X, words)
    assert (other.W_ != model.W_).any()


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_refuses_nonsense():
    model = CascadedLogistic(steps=1)
    with pytest.raises(NotFittedError, match="CascadedLogistic is not fitted"):
        model.predict(X)
    for bad, y, message in (
        (X[:, 0], T, r"X must be \(N, d\)"),
        (X[:0], T[:0], r"got \(0, 2\)"),
        (X * np.nan, T, "X contains NaN"),
        (X, T[:3], r"y must be \(4,\), got \(3,\)"),
        (X, [0, 0, 0, 0], "2 to 2 classes"),
        (X, [0, 1, 2, 0], "2 to 2 classes"),
    ):
        with pytest.raises(ValueError, match=message):
            model.fit(bad, y)
    for options in (
        {"units": 0},
        {"restarts": 0},
        {"lr": 0},
        {"lr": np.nan},
        {"scale": -1},
        {"steps": -1},
    ):
        with pytest.raises(ValueError, match=next(iter(options))):
            CascadedLogistic(**options).fit(X, T)
    with pytest.raises(ValueError, match="diverges with lr inf"):
        CascadedLogistic(lr=np.inf, steps=3).fit(X, T)
    with pytest.raises(ValueError, match=r"X must be \(N, 2\), got \(\d+, 3\)"):
        model.fit(X, T).predict(np.ones((1, 3)))
