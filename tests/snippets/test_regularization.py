"""What generalization/regularization derives, prints and runs."""

from itertools import product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from sklearn.linear_model import Lasso, LinearRegression, Ridge

from chainrule.nn import Dropout as TorchDropout
from chainrule.optim import SGD, ProximalSGD
from chainrule.scratch import nn
from chainrule.scratch.nn import Dropout, DropoutScaledAtTest
from chainrule.scratch.optim import soft_threshold
from chainrule.training import EarlyStopping

PROGRAMS = Programs("generalization/regularization")
defined_in = PROGRAMS.above
printed = PROGRAMS.numbers
L2, DECAY, L1 = "l2-regularization", "weight-decay-update", "l1-regularization"
EARLY, DROP = "early-stopping", "dropout"
TEST, ENSEMBLE = "dropout-test-scaling", "dropout-as-ensemble"
DE = r"\frac{\partial E}{\partial w_j}"


def by(number):
    return f"printed equation (30.{number})"


def samples(n=30, d=4):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(n, d)) + rng.normal(size=(n, 1))
    return X, X @ rng.normal(size=d) + 0.5 * rng.normal(size=n)


# --- L2 and decay ---------------------------------------------------------------------


@pytest.mark.equation("eq:l2-penalty", "eq:l2-penalty-gradient")
def test_penalty_and_its_gradient(agree, equation):
    X, t = (torch.tensor(a) for a in samples())
    w = torch.tensor([0.3, -1.2, 2.0, 0.0], dtype=torch.float64, requires_grad=True)
    E = (X @ w - t).square().mean() / 2
    symbols = {"E": "E", r"\lambda": "decay", "w_j": "w[j]", r"\sum_j": "d"}
    loss = equation("eq:l2-penalty", "L", symbols)
    oracle = E + 0.35 * w.square().sum()
    found = loss(E=E.item(), decay=0.7, w=w.detach().numpy(), d=4)
    agree(L2, oracle, found, 1e-14, against=by(1))
    (slope,) = torch.autograd.grad(E, w, retain_graph=True)
    (whole,) = torch.autograd.grad(oracle, w)
    symbols = {DE: "g", r"\lambda": "decay", "w_j": "w"}
    left = r"\frac{\partial L}{\partial w_j}"
    gradient = equation("eq:l2-penalty-gradient", left, symbols)
    found = gradient(g=slope.numpy(), decay=0.7, w=w.detach().numpy())
    agree(L2, whole, found, 1e-13, against=by(2))


@pytest.mark.equation("eq:l2-shrinkage")
def test_ridge_shrinks_along_the_axes(agree, equation):
    symbols = {"h_i": "h", r"\lambda": "decay", r"w_i^\circ": "best"}
    printed = equation("eq:l2-shrinkage", "w_i", symbols)
    X, t = samples()
    h, Q = np.linalg.eigh(X.T @ X / len(t))
    best = LinearRegression(fit_intercept=False).fit(X, t).coef_
    for decay in (0.01, 0.3, 10.0):
        ridge = Ridge(alpha=decay * len(t), fit_intercept=False).fit(X, t).coef_
        found = Q @ printed(h=h, decay=decay, best=Q.T @ best)
        agree(L2, ridge, found, 1e-10, against=by(3))
        way = defined_in("stopped")["ridge"]
        agree(
            L2, way(h, decay), printed(h=h, decay=decay, best=1), 1e-14, against=by(3)
        )


def test_the_two_sensors(agree):
    """What the programs print of the copies, and scikit-learn."""
    X, t = np.array([[1.0, 1], [2, 2]]), np.array([2.0, 4])
    for row in printed("shrink")[1:]:
        ridge = Ridge(alpha=row[0] * 2, fit_intercept=False).fit(X, t).coef_
        assert row[1:3] == pytest.approx(ridge, abs=6e-5)
        assert row[3] == pytest.approx(5 / (5 + row[0]), abs=6e-5)
    for w1, w2, loss, square, size, new in printed("copies")[1:]:
        assert loss == 0
        assert (w1 + w2, w1**2 + w2**2) == (2, square)
        assert size == abs(w1) + abs(w2)
        assert new == pytest.approx(w1 + 1.1 * w2, abs=0.006)
    least = np.linalg.lstsq(X, t, rcond=None)[0]  # of minimal norm
    tiny = Ridge(alpha=1e-8, fit_intercept=False, solver="svd").fit(X, t).coef_
    agree(L2, tiny, least, 1e-6, against="numpy.linalg.lstsq")
    agree(L2, least, [1, 1], 1e-12, against="by hand")


def test_a_bias_that_is_penalized():
    b = Ridge(alpha=0.1, fit_intercept=False).fit([[1.0]], [20.0]).coef_
    assert b == pytest.approx([18.2], abs=0.05)


@pytest.mark.equation("eq:decay-step")
def test_decay_in_the_update(agree, equation):
    symbols = {r"\eta": "lr", r"\lambda": "decay", "w_j": "w", DE: "g"}
    printed = equation("eq:decay-step", "w_j'", symbols)
    rng = np.random.default_rng(0)
    for optimizer_class in (torch.optim.SGD, SGD):
        w = torch.tensor(rng.normal(size=5), requires_grad=True)
        optimizer = optimizer_class([w], lr=0.1, weight_decay=0.3)
        oracle = w.detach().numpy().copy()
        for _ in range(8):
            w.grad = torch.tensor(rng.normal(size=5))
            oracle = printed(lr=0.1, decay=0.3, w=oracle, g=w.grad.numpy())
            optimizer.step()
        agree(DECAY, w, oracle, 1e-13, against=by(4))
    assert abs(0.99**100 - 0.37) < 0.005


def test_two_forms_as_printed():
    """With the optimizers of torch, decay done by hand before each step."""
    rows = printed("two-forms")[1:]
    for row, momentum in zip(rows, (0.0, 0.9, None), strict=True):
        for decay, expected in ((True, row[2:]), (False, row[:2])):
            w = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
            given = {"lr": 0.1, "weight_decay": 0.0 if decay else 0.1}
            if momentum is None:
                optimizer = torch.optim.Adam([w], **given)
            else:
                optimizer = torch.optim.SGD([w], momentum=momentum, **given)
            for _ in range(20):
                w.grad = torch.tensor([3.0, 0.01]) * w.detach()
                w.data *= 1 - 0.01 * decay
                optimizer.step()
            assert w.tolist() == pytest.approx(expected, abs=6e-5)
    assert rows[0][:2] == rows[0][2:]


# --- L1 -------------------------------------------------------------------------------


@pytest.mark.equation("eq:l1-penalty", by="autograd of the sum of absolute values")
@pytest.mark.equation("eq:l1-subgradient", by="autograd, and tangents from below")
def test_the_slope_of_an_absolute_value(agree):
    w = torch.tensor([2.0, -0.5, 0.0], dtype=torch.float64, requires_grad=True)
    (0.3 * w.abs().sum()).backward()
    oracle = 0.3 * np.sign([2.0, -0.5, 0.0])
    agree(L1, w.grad, oracle, 0, against="0.3 sign(w)")
    v = np.linspace(-2, 2, 41)
    for slope in (-1, -0.4, 0, 1):  # lines through the kink
        assert (np.abs(v) >= slope * v).all()
    for slope in (-1.1, 1.1):
        assert (np.abs(v) < slope * v).any()


@pytest.mark.equation("eq:soft-threshold")
def test_soft_threshold_as_printed(agree, equation):
    printed = equation("eq:soft-threshold", "S(v, a)", {"v": "v", "a": "a"})
    v = np.linspace(-2, 2, 41)
    for a in (0.0, 0.4, 3.0):
        oracle = np.sign(v) * np.maximum(np.abs(v) - a, 0)
        agree(L1, printed(v=v, a=a), oracle, 1e-14, atol=1e-15, against="sign form")
        agree(L1, soft_threshold(v, a), printed(v=v, a=a), 0, against=by(8))
    assert soft_threshold(np.array([0.9, -0.9, 0.3]), 0.4).tolist() == [0.5, -0.5, 0]


@pytest.mark.equation("eq:l1-minimum", by="scikit-learn's Lasso of one feature")
def test_one_weight(agree):
    for slope in (-0.9, -0.2, 0.05, 0.3, 2.0):
        for h, l1 in ((2.0, 0.5), (0.5, 0.2)):
            X = np.full((3, 1), h**0.5)  # curvature h
            known = {"alpha": l1, "fit_intercept": False, "tol": 1e-14}
            oracle = Lasso(**known).fit(X, slope * X[:, 0]).coef_
            found = soft_threshold(slope, l1 / h)
            agree(L1, [found], oracle, 1e-12, atol=1e-14, against="sklearn Lasso")


@pytest.mark.equation("eq:proximal-step", by="torch's softshrink after a step")
def test_the_proximal_step(agree):
    rng = np.random.default_rng(0)
    w = torch.tensor(rng.normal(size=9), requires_grad=True)
    oracle, optimizer = w.detach().clone(), ProximalSGD([w], lr=0.2, l1=1.0)
    for _ in range(6):
        w.grad = torch.tensor(rng.normal(size=9))
        stepped = oracle - 0.2 * w.grad
        oracle = torch.nn.functional.softshrink(stepped, 0.2 * 1.0)
        optimizer.step()
    agree(L1, w, oracle, 1e-13, atol=1e-15, against="torch softshrink")
    assert 0 < (w == 0).sum() < 9


def test_only_the_proximal_step_arrives():
    rows = printed("to-zero")[1:]
    w = v = 1.0
    found = {}
    for step in range(1, 13):
        w -= 0.25 * (w - 0.2 + 0.5 * np.sign(w))
        v -= 0.25 * (1.5 * v - 0.2)
        found[step] = w, v
    for step, subgradient, proximal, decayed in rows:
        assert (subgradient, decayed) == pytest.approx(found[step], abs=6e-5)
        assert proximal == 0 or step < 9
    assert len({x > 0 for x, _ in found.values()}) == 2
    assert v == pytest.approx(0.2 / 1.5, abs=0.004)


def test_zeros_as_printed():
    for l1, *zeros, smallest in printed("zeros")[1:]:
        assert zeros[0] == zeros[1] > zeros[2] == 0
        assert smallest > 0.01, l1


def test_ridge_and_lasso_of_the_study_find_the_weights():
    names = defined_in("sparse", before="print(")
    names["SEEDS"] = 1
    (ridge, lasso), kept = names["compare"](1, 3)
    assert 0 < lasso < ridge
    assert 0 < kept < 60
    rng = np.random.default_rng(0)
    w = np.array([3.0 * rng.normal(), 0])
    X = rng.normal(size=(50, 2))
    best = names["best"]([Ridge(1e-6), Ridge(1e6)], X, X @ w, X, X @ w)
    assert best == pytest.approx(w, abs=1e-4)  # the better of the two


# --- early stopping -------------------------------------------------------------------

LOSSES = 0.90, 0.70, 0.60, 0.55, 0.57, 0.54, 0.56, 0.58, 0.55, 0.59


def rises(losses, s):
    """Prechelt's UP_s, each epoch a strip: the epoch of the stop, or None."""
    for epoch in range(s, len(losses)):
        if all(losses[i] > losses[i - 1] for i in range(epoch - s + 1, epoch + 1)):
            return epoch + 1
    return None


def test_ten_losses():
    for patience, stop, best in ((1, 5, 4), (2, 8, 6), (3, 9, 6)):
        rule = EarlyStopping(torch.nn.Linear(1, 1), patience)
        stops = [epoch for epoch, x in enumerate(LOSSES, 1) if rule.step(x)]
        assert stops[0] == stop
        assert printed("ten-losses")[patience - 1][:3] == [patience, stop, best]
    assert [rises(LOSSES, s) for s in (2, 3)] == [8, None]


def test_one_rise_is_not_the_turn():
    """Note C: stop when it rises; then 0.54 is never seen."""
    assert rises(LOSSES, 1) == 5
    assert min(LOSSES[5:]) < min(LOSSES[:5])
    assert LOSSES[7] > LOSSES[5]  # nor are the weights at the stop the best


@pytest.mark.equation("eq:stopped-descent")
def test_descent_that_is_stopped(agree, equation):
    symbols = {r"\eta": "lr", "h_i": "h", "k": "k", r"w_i^\circ": "best"}
    printed = equation("eq:stopped-descent", "w_i", symbols)
    X, t = samples()
    h, Q = np.linalg.eigh(X.T @ X / len(t))
    best = Q.T @ LinearRegression(fit_intercept=False).fit(X, t).coef_
    w, lr = torch.zeros(4, dtype=torch.float64, requires_grad=True), 1 / h[-1]
    optimizer = torch.optim.SGD([w], lr=lr)
    A, b = torch.tensor(X), torch.tensor(t)
    for k in range(1, 31):
        optimizer.zero_grad()
        ((A @ w - b).square().mean() / 2).backward()
        optimizer.step()
        if k in (1, 7, 30):
            found = Q @ printed(lr=lr, h=h, k=k, best=best)
            agree(EARLY, w, found, 1e-10, against=by(10))
            ours = defined_in("stopped")["stopped"](h, lr, k)
            oracle = printed(lr=lr, h=h, k=k, best=1)
            agree(EARLY, ours, oracle, 1e-12, atol=1e-15, against=by(10))


@pytest.mark.equation("eq:stopped-bounds", by="both factors on a grid")
def test_the_bounds_hold_and_are_met():
    lh = np.concatenate([np.geomspace(1e-9, 1, 400), [0.5, 0.1]])
    for k in (1, 2, 3, 10, 100, 10_000):
        r = lh / (lh + 1 / k)
        s = -np.expm1(k * np.log1p(-np.minimum(lh, 1 - 1e-16)))
        assert (s >= r * (1 - 1e-12)).all()
        assert (s <= 2 * r * (1 + 1e-12)).all()
    one = 1 - (1 - 1.0) ** 1, 1.0 / (1.0 + 1)
    assert one == (1, 0.5)  # twice, at one step and rate × curvature 1


def test_ways_of_the_study_are_ridge_and_descent(agree):
    names = defined_in("stopped")
    train, *_ = names["parts"](0)
    rate, h, weights = names["ways"](*train)
    A, b = train
    w = np.zeros(A.shape[1])
    for _ in range(20):
        w -= rate * A.T @ (A @ w - b) / len(b)
    found = weights(names["stopped"](h, rate, 20))
    agree(EARLY, found, w, 1e-7, atol=1e-7, against="gradient descent, 20 steps")
    oracle = Ridge(alpha=0.3 * len(b), fit_intercept=False).fit(A, b).coef_
    found = weights(names["ridge"](h, 0.3))
    agree(EARLY, found, oracle, 1e-7, atol=1e-7, against="sklearn Ridge")
    again = names["parts"](0)
    rows = [len(part[1]) for part in again]
    assert rows == [100, 100, 242]
    assert np.abs(again[0][0].mean(axis=0)).max() < 1e-12  # of the training set
    assert np.abs(again[1][0].mean(axis=0)).max() > 0.01


# --- dropout --------------------------------------------------------------------------


@pytest.mark.equation("eq:dropout-training", "eq:dropout-backward")
def test_the_mask_of_the_forward_pass(agree, equation):
    """Note C: the zeroed outputs pass no gradient; mistake 15."""
    symbols = {"m_j": "m", "p": "p", "y_j": "y"}
    forward = equation("eq:dropout-training", r"\tilde y_j", symbols)
    by_y, by_tilde = (
        rf"\frac{{\partial L}}{{\partial {x}}}" for x in ("y_j", r"\tilde y_j")
    )
    symbols = {"m_j": "m", "p": "p", by_tilde: "dy"}
    backward = equation("eq:dropout-backward", by_y, symbols)
    rng = np.random.default_rng(0)
    y, dy, p = rng.normal(size=(50, 8)), rng.normal(size=(50, 8)), 0.3
    ours = Dropout(p, rng=1)
    mask = (np.random.default_rng(1).random(y.shape) >= p).astype(float)
    agree(DROP, ours.forward(y), forward(m=mask, p=p, y=y), 1e-14, against=by(12))
    agree(DROP, ours.backward(dy), backward(m=mask, p=p, dy=dy), 1e-14, against=by(13))
    assert 0.2 < 1 - mask.mean() < 0.4  # p is what is dropped
    leaf = torch.tensor(y, requires_grad=True)
    out = TorchDropout(p)(leaf)
    kept = (out != 0).double().numpy()
    agree(DROP, out, forward(m=kept, p=p, y=y), 1e-14, against=by(12))
    assert 0.6 < kept.mean() < 0.8
    out.backward(torch.tensor(dy))
    agree(DROP, leaf.grad, backward(m=kept, p=p, dy=dy), 1e-14, against=by(13))
    assert (leaf.grad[out == 0] == 0).all()


def test_by_hand():
    """The numbers above the listing are those of its output."""
    layer = Dropout(0.5, rng=1)
    y = np.array([2.0, -1, 3, 4])
    assert layer.forward(y).tolist() == [4, -2, 0, 8]
    text = PROGRAMS.out("mask")
    assert "train [ 4. -2.  0.  8.] back [2. 2. 0. 2.]" in text


@pytest.mark.equation("eq:dropout-at-test", by="the layer, line by line")
def test_the_form_of_the_notes(agree):
    y, p = np.array([2.0, -1, 3, 4]), 0.25
    noted, inverted = DropoutScaledAtTest(p, rng=3), Dropout(p, rng=3)
    for _ in range(5):
        a, b = noted.forward(y), inverted.forward(y)
        agree(TEST, a, (1 - p) * b, 1e-14, against="(1 - p) × inverted dropout")
        assert ((a == 0) | (a == y)).all()
    agree(TEST, noted.eval().forward(y), (1 - p) * y, 1e-15, against="(1 - p) y")
    agree(TEST, inverted.eval().forward(y), y, 0, against="y")
    masks = np.array([*product((0, 1), repeat=4)])
    chance = (p ** (1 - masks) * (1 - p) ** masks).prod(axis=1)
    mean = chance @ (masks * y)
    agree(TEST, noted.forward(y), mean, 1e-14, against="the mean of all masks")


def test_both_scalings_at_once_halve_the_output():
    """Note C's halved weights behind torch's Dropout."""
    layer, read_out = torch.nn.Dropout(0.5), torch.nn.Linear(6, 1, bias=False)
    y = torch.ones(20_000, 6)
    whole = read_out(layer.eval()(y)).mean().item()
    training = read_out(layer.train()(y)).mean().item()
    assert training == pytest.approx(whole, abs=0.03)
    read_out.weight.data /= 2
    assert read_out(layer.eval()(y)).mean().item() == pytest.approx(whole / 2)


def test_all_units_are_there_at_test_time():
    """Notes A and D: thrown away in training alone, and anew each time."""
    model = nn.Sequential(nn.Linear(5, 40, rng=0), nn.Dropout(0.5, rng=0))
    x = np.random.default_rng(0).normal(size=(1, 5))
    first, second = model.forward(x), model.forward(x)
    assert ((first == 0) != (second == 0)).any()
    model.eval()
    assert (model.forward(x) == model.forward(x)).all()
    assert (model.forward(x) != 0).all()


# --- averages -------------------------------------------------------------------------


def all_masks(n, p):
    masks = np.array([*product((0, 1), repeat=n)])
    return masks, (p ** (1 - masks) * (1 - p) ** masks).prod(axis=1)


@pytest.mark.equation("eq:dropout-average", "eq:dropout-geometric", by="all 64 masks")
def test_sixty_four_networks(agree):
    rng = np.random.default_rng(5)
    y, W, b = rng.normal(size=6), rng.normal(size=(3, 6)), rng.normal(size=3)
    for p in (0.5, 0.2):
        masks, chance = all_masks(6, p)
        layer = torch.tensor(W), torch.tensor(b)
        each = torch.nn.functional.linear(torch.tensor(masks * y / (1 - p)), *layer)
        whole = torch.nn.functional.linear(torch.tensor(y), *layer)
        chance = torch.tensor(chance)
        agree(ENSEMBLE, chance @ each, whole, 1e-13, against="the whole network")
        product_ = (each.softmax(1) ** chance[:, None]).prod(0)
        geometric = product_ / product_.sum()
        agree(ENSEMBLE, geometric, whole.softmax(0), 1e-12, against="its softmax")
        for f in (torch.sigmoid, lambda z: z.softmax(-1)):
            assert (chance @ f(each) - f(whole)).abs().max() > 0.005


def test_ensemble_as_printed(agree):
    names = defined_in("ensemble", before="for name")
    each, whole = names["each"], names["whole"]
    assert each.shape == (64, 3)
    agree(ENSEMBLE, names["chance"].sum(), 1, 1e-14, against="1")
    agree(ENSEMBLE, each.mean(axis=0), whole, 1e-12, against="the whole network")
    agree(
        ENSEMBLE,
        names["softmax"](whole),
        torch.tensor(whole).softmax(0),
        1e-13,
        against="torch.softmax",
    )
    gaps = [row[-1] for row in printed("ensemble")]
    assert gaps[0] == gaps[3] == 0
    assert min(gaps[1:3]) > 0.02


@pytest.mark.equation("eq:dropout-penalty")
def test_dropout_of_inputs_is_a_penalty(agree, equation):
    left = r"\bar E"
    symbols = {"t": "t", "y": "y", "p": "p", "w_j": "w[j]", "x_j": "x[j]"}
    formula = equation("eq:dropout-penalty", left, symbols | {r"\sum_j": "d"})
    rng = np.random.default_rng(0)
    w, x, t = rng.normal(size=5), rng.normal(size=5), 0.7
    for p in (0.2, 0.5):
        masks, chance = all_masks(5, p)
        oracle = chance @ (t - (masks * x / (1 - p)) @ w) ** 2 / 2
        found = formula(t=t, y=w @ x, p=p, w=w, x=x, d=5)
        agree(ENSEMBLE, oracle, found, 1e-13, against=by(17))


def test_exercise_four_is_ridge_on_scaled_features():
    rows = printed("exercise-penalty")
    assert rows[0] == rows[1]
    rng = np.random.default_rng(0)
    X, t, p = rng.normal(size=(20, 3)), rng.normal(size=20), 0.2
    scale = np.sqrt(np.square(X).mean(axis=0))
    ridge = Ridge(alpha=20 * p / (1 - p), fit_intercept=False).fit(X / scale, t)
    assert ridge.coef_ / scale == pytest.approx(rows[0], abs=2e-6)


# --- the study ------------------------------------------------------------------------


def test_networks_side_by_side_are_networks(agree):
    names = defined_in("methods", SEEDS=2)
    model = names["Networks"](0.5).double().eval()
    x = torch.randn(2, 7, 64, dtype=torch.float64)
    t = torch.randint(10, (2, 7))
    for k in range(2):
        parts = []
        for W, b in zip(model.W, model.b, strict=True):
            linear = torch.nn.Linear(*W.shape[1:]).double()
            linear.weight.data, linear.bias.data = W[k].T, b[k, 0]
            parts += [linear, torch.nn.ReLU()]
        alone = torch.nn.Sequential(*parts[:-1])(x[k])
        against = "torch.nn.Sequential"
        agree(DROP, model(x)[k], alone, 1e-12, atol=1e-13, against=against)
        loss = torch.nn.functional.cross_entropy(alone, t[k])
        agree(DROP, names["losses"](model(x), t)[k], loss, 1e-12, against=against)
    model.train()
    assert not torch.equal(model(x), model(x))
    t[0] = t[1]
    t[0, :2] += 1  # five of seven are as in the logits
    logits = torch.nn.functional.one_hot(t[[1, 1]], 11)
    assert names["right"](logits, t).tolist() == pytest.approx([5 / 7, 1])


def test_labels_of_the_study():
    """Four in ten are wrong, of the first 300; all others are as they were."""
    names = defined_in("methods", SEEDS=3)
    _, clean = names["samples"](0.0)
    x, noisy = names["samples"](0.4)
    wrong = (clean != noisy).float()
    assert wrong[:, :300].mean().item() == pytest.approx(0.4, abs=0.05)
    assert wrong[:, 300:].sum() == 0
    _, turned = names["samples"](1.0)
    assert (turned != clean)[:, :300].all()
    assert x[:, :150].mean((0, 1)).abs().max() < 1e-6
