"""What generalization/hyperparameter-search derives, prints and runs."""

import math
from itertools import pairwise, product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from scipy import integrate, stats
from torch.nn.functional import cross_entropy, mse_loss

from chainrule.training import (
    LogUniform,
    check_initial_loss,
    ema,
    expected_initial_loss,
    moving_average,
    overfit_small_batch,
    rungs,
)

PROGRAMS = Programs("generalization/hyperparameter-search")
program = PROGRAMS.run
SHAPE, INITIAL, SMALL = (
    "choosing-an-architecture",
    "check-initial-loss",
    "overfit-small-sample",
)
RATE, SEARCH = "find-initial-learning-rate", "coarse-to-fine-search"
SMOOTH, CURVES = "moving-average-of-loss", "reading-loss-curves"


def printed_equation(number):
    return f"printed equation (33.{number})"


# -- architecture and the first two checks -----------------------------------------


@pytest.mark.equation("eq:layer-parameters")
def test_parameters_are_torch_s(agree, equation):
    symbols = {"L": "L", "n_{l-1}": "before[l]", "n_l": "n[l]"}
    printed = equation("eq:layer-parameters", "P", symbols)
    for sizes in ((64, 32, 10), (3, 7, 7, 1), (5, 2)):
        pairs = [*pairwise(sizes)]
        model = torch.nn.Sequential(*[torch.nn.Linear(i, o) for i, o in pairs])
        found = sum(w.numel() for w in model.parameters())
        oracle = printed(L=len(pairs), before=sizes[:-1], n=sizes[1:])
        agree(SHAPE, found, oracle, 0, against=printed_equation(1))


@pytest.mark.equation("eq:initial-loss", "eq:initial-entropy")
def test_the_loss_of_a_guess(agree, equation):
    equal = equation("eq:initial-loss", "L_0", {"K": "K"})
    for K in (2, 10, 1000):
        theirs = cross_entropy(torch.zeros(3, K).double(), torch.tensor([0, 1, K - 1]))
        ours = expected_initial_loss(K)
        agree(INITIAL, ours, equal(K=K), 1e-15, against=printed_equation(2))
        agree(INITIAL, ours, theirs, 1e-14, against="torch's cross_entropy of zeros")
    entropy = equation("eq:initial-entropy", "L_0", {"K": "K", "p_k": "p[k]"})
    for shares in ([0.9, 0.1], [0.2, 0.3, 0.5]):
        ours = expected_initial_loss(shares)
        oracle = entropy(K=len(shares), p=shares)
        agree(INITIAL, ours, oracle, 1e-14, against=printed_equation(3))
        agree(
            INITIAL, ours, stats.entropy(shares), 1e-14, against="scipy.stats.entropy"
        )


def test_the_guesses_of_a_regression():
    """Zero costs the mean square, the mean of the targets their variance."""
    t = np.random.default_rng(0).normal(2, 3, size=1000)
    zero, mean = torch.zeros(1000), torch.full((1000,), t.mean())
    for y, cost in ((zero, np.mean(t**2)), (mean, t.var())):
        assert mse_loss(y.double(), torch.tensor(t)).item() == pytest.approx(cost)


@pytest.mark.equation("eq:softmax-twice")
def test_the_floor_of_two_softmaxes(agree, equation):
    symbols = {"K": "K", "e": "e"}
    printed = equation("eq:softmax-twice", r"L_{\min}", symbols)
    for K in (2, 10):
        t = torch.arange(K)
        sure = 1e6 * torch.eye(K, dtype=torch.float64)
        floor = cross_entropy(sure.softmax(1), t)
        agree(
            INITIAL, floor, printed(K=K, e=math.e), 1e-14, against=printed_equation(4)
        )
        other = 5 * torch.randn(1000, K, dtype=torch.float64)
        labels = t[torch.arange(1000) % K]
        assert cross_entropy(other.softmax(1), labels, reduction="none").min() > floor


def test_faults_of_the_table_are_what_they_say():
    """Each fault changes one thing of the example, and only that."""
    names = program("checks")
    faults, X, t = names["FAULTS"], names["X"], names["t"]
    torch.testing.assert_close(faults["pixels-to-255"]["X"].max(), 255 * X.max())
    assert sorted(faults["labels-shuffled"]["t"].tolist()) == sorted(t.tolist())
    assert (faults["labels-shuffled"]["t"] != t).float().mean() > 0.8
    y, some = torch.randn(5, 10), t[:5]
    kinds = "sum", "no-logarithm", "softmax-twice"
    loss = {name: faults[name]["loss"](y, some) for name in kinds}
    log, soft = torch.log_softmax(y, 1), torch.softmax(y, 1)
    picked = torch.arange(5), some
    torch.testing.assert_close(loss["sum"], -log[picked].sum())
    torch.testing.assert_close(loss["no-logarithm"], -soft[picked].mean())
    twice = -torch.log_softmax(soft, 1)[picked].mean()
    torch.testing.assert_close(loss["softmax-twice"], twice)
    free = {
        name: [w.requires_grad for w in faults[name]["model"](0).parameters()]
        for name in ("first-layer-frozen", "weights-frozen", "last-relu")
    }
    assert free == {
        "first-layer-frozen": [False, False, True, True],
        "weights-frozen": [False, False, False, True],
        "last-relu": [True] * 4,
    }
    assert type(faults["last-relu"]["model"](0)[-1]) is torch.nn.ReLU
    assert faults["100-outputs"]["model"](0)(X[:1]).shape == (1, 100)
    w = torch.nn.Parameter(torch.ones(1))
    for name, rate in (("rate-times-100", 50), ("rate-by-1000", 0.0005)):
        assert faults[name]["make"]([w]).param_groups[0]["lr"] == rate
    forgetful = faults["no-zero-grad"]["make"]([w])
    w.sum().backward()
    forgetful.zero_grad()
    assert w.grad.item() == 1
    assert 0.9 < faults["large-weights"]["model"](0)[0].weight.std() < 1.1


def test_other_reasons_for_a_loss_that_stays():
    """Note C: initialization, rate, size. A fault of the program, or a large rate."""
    names = program("checks")
    for fault in ("softmax-twice", "weights-frozen", "rate-times-100"):
        first, _, end, found = names["both"](0, **names["FAULTS"][fault])
        assert found
        assert end > 0.5 * first


def test_the_checks_name_what_is_wrong():
    names = program("checks")
    batch = names["X"][:100], names["t"][:100]
    model = names["network"](0, 100)
    found = check_initial_loss(model, cross_entropy, [batch], 10)
    assert found.wrong == "the model has 100 outputs for 10 classes"
    found = check_initial_loss(names["network"](0), names["summed"], [batch], 10)
    assert "a sum over the 100 samples, not their mean" in found.wrong
    with pytest.raises(ValueError, match="classes must be 2 or more, got 1"):
        check_initial_loss(model, cross_entropy, [batch], 1)
    with pytest.raises(ValueError, match="steps must be 1 or more, got 0"):
        overfit_small_batch(model, cross_entropy, names["sgd"](0.5), batch, steps=0)


def test_a_table_of_all_against_all_ends_at_the_variance(agree):
    """Exercise 3: the best constant against all targets, in closed form."""
    t = np.random.default_rng(0).normal(size=9)
    best = np.mean((t.mean() - t[None]) ** 2)
    agree(SMALL, best, t.var(), 1e-14, against="numpy.var")
    y, target = torch.zeros(9, 1, requires_grad=True), torch.tensor(t)
    torch.nn.init.constant_(y, t.mean())
    (y - target).square().mean().backward()
    assert y.grad.abs().max() < 1e-7


# -- the rate ----------------------------------------------------------------------


def test_ten_times_smaller_is_slower(agree):
    """Note C, step 3: on a bowl the distance after a hundred steps is (1 - η)^100."""
    distances = []
    for lr in (0.01, 0.001):
        w = torch.nn.Parameter(torch.ones(1, dtype=torch.float64))
        optimizer = torch.optim.SGD([w], lr=lr)
        for _ in range(100):
            optimizer.zero_grad()
            (w**2 / 2).sum().backward()
            optimizer.step()
        agree(RATE, w, [(1 - lr) ** 100], 1e-12, against="the closed form")
        distances.append(w.item())
    assert distances[0] < 0.4 < 0.9 < distances[1]


# -- searches ----------------------------------------------------------------------


@pytest.mark.equation("eq:log-uniform")
def test_log_uniform(agree, equation):
    printed = equation("eq:log-uniform", "x", {"a": "a", "b": "b", "u": "u"})
    for a, b in ((1e-4, 1.0), (3.0, 50.0)):
        ours = [
            LogUniform(a, b).sample(np.random.RandomState(seed)) for seed in range(20)
        ]
        u = np.array([np.random.RandomState(seed).uniform() for seed in range(20)])
        agree(SEARCH, ours, printed(a=a, b=b, u=u), 1e-12, against=printed_equation(5))
        theirs = stats.loguniform(a, b).ppf(u)
        agree(SEARCH, ours, theirs, 1e-12, against="scipy.stats.loguniform")


@pytest.mark.equation("eq:grid-distance", "eq:random-distance")
def test_distances_from_the_best(agree, equation):
    """By integration over the best place, and over how far the nearest point is."""
    grid = equation("eq:grid-distance", r"d_{\mathrm{grid}}", {"k": "k"})
    chance = equation("eq:random-distance", r"d_{\mathrm{random}}", {"n": "n"})
    for k in (1, 3, 9):
        best = (np.arange(60_000) + 0.5) / 60_000
        middles = (np.arange(k) + 0.5) / k
        mean = np.abs(best[:, None] - middles).min(axis=1).mean()
        agree(SEARCH, mean, grid(k=k), 1e-8, against=printed_equation(6))

    def missed(r, c, n):
        """All n points are further than r from c."""
        return (1 - (min(c + r, 1) - max(c - r, 0))) ** n

    for n in (1, 2, 9):
        mean, _ = integrate.dblquad(missed, 0, 1, 0, lambda c: max(c, 1 - c), (n,))
        agree(SEARCH, mean, chance(n=n), 1e-6, against=printed_equation(7))
    # what the page says of 3 x 3 and of 3 x 3 x 3
    assert grid(k=3) > 1.5 * chance(n=9)
    assert grid(k=3) > 4 * chance(n=27)
    assert grid(k=9) < chance(n=9)


def test_the_nearest_point():
    nearest = program("projection")["nearest"]
    points = np.array([[0.0, 0], [1, 1], [0.5, 0.2]])
    assert nearest(points, np.array([0.5, 0.0])) == pytest.approx(0.2)
    assert nearest(points[:, :1], np.array([0.9])) == pytest.approx(0.1)


@pytest.mark.equation("eq:best-share", "eq:enough-trials")
def test_one_of_the_best(agree, equation):
    left = r"\Pr(\text{one of the best})"
    printed = equation("eq:best-share", left, {"q": "q", "n": "n"})
    for q, n in ((0.25, 1), (0.25, 3), (0.5, 4)):
        draws = np.array([*product(range(round(1 / q)), repeat=n)])
        share = (draws == 0).any(axis=1).mean()  # 0 is the best
        agree(SEARCH, share, printed(q=q, n=n), 1e-14, against=printed_equation(8))
    needed = equation("eq:enough-trials", "n", {"s": "s", "q": "q"})
    trials = program("trials")["trials"]
    for q, s in ((0.05, 0.95), (0.01, 0.9), (0.1, 0.5)):
        exact = needed(q=q, s=s)
        n = trials(q, s)
        assert n == math.ceil(exact)
        assert printed(q=q, n=n) >= s > printed(q=q, n=n - 1)
        n = math.log1p(-s) / math.log1p(-q)
        agree(SEARCH, n, exact, 1e-12, against=printed_equation(9))
        assert printed(q=q, n=exact) == pytest.approx(s, rel=1e-12)
    assert trials(0.05, 0.95) == 59


@pytest.mark.equation("eq:halving-budget", by="the rounds that are run, added up")
def test_each_round_costs_the_same(agree):
    for n, r, f, R in ((27, 1, 3, 3), (64, 1, 2, 7), (16, 5, 4, 2)):
        rounds = rungs(n, min_resources=r, max_resources=r * f ** (R - 1), factor=f)
        assert rounds == [(n // f**i, r * f**i) for i in range(R)]
        spent = sum(candidates * resources for candidates, resources in rounds)
        agree(SEARCH, spent, R * n * r, 0, against="R n r")


def test_the_objective_is_softmax_regression(agree):
    """Beside torch's layer, loss and optimizer, on the same samples."""
    names = program("search")
    X, T, train, valid = (names[key] for key in ("X", "T", "train", "valid"))
    ours = names["objective"](2, 0.7, 0.01, 3)
    layer = torch.nn.Linear(65, 10, bias=False).double()
    torch.nn.init.zeros_(layer.weight)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.7, weight_decay=0.01)
    inputs, labels = torch.tensor(X), torch.tensor(T.argmax(axis=1))
    rng = np.random.default_rng(3)
    for _ in range(10):
        rows = train[rng.integers(500, size=50)]
        optimizer.zero_grad()
        cross_entropy(layer(inputs[rows]), labels[rows]).backward()
        optimizer.step()
    theirs = cross_entropy(layer(inputs[valid]), labels[valid])
    agree(SEARCH, ours, theirs, 1e-10, against="torch.nn.Linear and torch.optim.SGD")
    fine = program("coarse-to-fine")["objective"]
    rng = np.random.default_rng(0)
    torch.nn.init.zeros_(layer.weight)
    for _ in range(10):
        rows = train[rng.integers(500, size=50)]
        optimizer.zero_grad()
        cross_entropy(layer(inputs[rows]), labels[rows]).backward()
        optimizer.step()
    theirs = cross_entropy(layer(inputs[valid]), labels[valid])
    agree(SEARCH, fine(10, 0.7, 0.01), theirs, 1e-10, against="torch's, again")


def test_four_ways_spend_the_same():
    names = program("search")
    asked = []

    def objective(epochs, lr, weight_decay, seed):
        asked.append((epochs, lr, weight_decay))
        return abs(math.log(lr))

    names["ways"].__globals__["objective"] = objective
    spent, low = {}, 10 ** (2 * 5 / 20 - 3)
    for way, search in names["ways"](5):
        spent[way] = sum(epochs for epochs, *_ in asked)
        for _, lr, weight_decay in asked:
            assert low <= lr * (1 + 1e-12)
            assert lr <= 1e4 * low * (1 + 1e-12)
            assert 1e-7 <= weight_decay <= 1e-3 * (1 + 1e-12)
        best = min(abs(math.log(lr)) for epochs, lr, _ in asked if epochs == 9)
        assert search.best.score == best
        asked.clear()
    assert spent == dict.fromkeys(("grid", "random", "uniform", "halving"), 81)


def test_the_order_is_not_settled_after_five_updates(agree):
    """Beside torch's layer and optimizer; the best rate moves."""
    names = program("order")
    X, t, train, valid = (names[key] for key in ("X", "t", "train", "valid"))
    layer = torch.nn.Linear(64, 10).double()
    for w in layer.parameters():
        torch.nn.init.zeros_(w)
    optimizer = torch.optim.SGD(layer.parameters(), lr=2.0)
    inputs, labels = torch.tensor(X), torch.tensor(t)
    for _ in range(5):
        optimizer.zero_grad()
        cross_entropy(layer(inputs[train]), labels[train]).backward()
        optimizer.step()
    theirs = cross_entropy(layer(inputs[valid]), labels[valid])
    against = "torch.nn.Linear and torch.optim.SGD"
    agree(SEARCH, names["after"](5, 2.0), theirs, 1e-10, against=against)
    best = [
        min(names["rates"], key=lambda lr: names["after"](updates, lr))
        for updates in (5, 45)
    ]
    assert best == [2.0, 8.0]


# -- smoothing ---------------------------------------------------------------------


@pytest.mark.equation("eq:moving-average")
def test_mean_of_the_last_few(agree, equation):
    printed = equation("eq:moving-average", "s_t", {"n": "n", "L_{t-n+i}": "L[i]"})
    losses = np.random.default_rng(0).uniform(0.5, 2, size=12)
    for window in (1, 4, 12):
        ours = moving_average(losses, window)[-1]
        oracle = printed(n=window, L=losses[-window:])
        agree(SMOOTH, ours, oracle, 1e-14, against=printed_equation(11))


@pytest.mark.equation("eq:loss-ema", "eq:loss-ema-corrected")
def test_exponential_average(agree, equation):
    symbols = {r"\beta": "b", "m_{t-1}": "m", "L_t": "x"}
    step = equation("eq:loss-ema", "m_t", symbols)
    symbols = {r"\beta": "b", "m_t": "m", "t": "t"}
    corrected = equation("eq:loss-ema-corrected", r"\hat m_t", symbols)
    losses, m = np.random.default_rng(1).uniform(0.5, 2, size=20), 0.0
    for beta in (0.5, 0.97):
        raw = ema(losses, beta, bias_correction=False)
        ours, m = ema(losses, beta), 0.0
        for t, x in enumerate(losses, 1):
            m = step(b=beta, m=m, x=x)
            agree(SMOOTH, raw[t - 1], m, 1e-13, against=printed_equation(12))
            oracle = corrected(b=beta, m=m, t=t)
            agree(SMOOTH, ours[t - 1], oracle, 1e-13, against=printed_equation(13))


def weights(beta, size=4000):
    """What the loss of k steps ago counts in an average that has run for long."""
    impulse = np.zeros(size)
    impulse[0] = 1
    return ema(impulse, beta, bias_correction=False)


@pytest.mark.equation("eq:half-life")
def test_half_life(agree, equation):
    printed = equation("eq:half-life", "h", {r"\beta": "b"})
    for beta in (0.5, 0.5**0.25, 0.5 ** (1 / 34)):
        h = printed(b=beta)
        w = weights(beta)
        halved = np.flatnonzero(w <= w[0] / 2 * (1 + 1e-9))[0]
        agree(SMOOTH, halved, h, 1e-12, against=printed_equation(14))


@pytest.mark.equation("eq:smoothing-lag", "eq:same-window")
def test_how_late_and_how_smooth(agree, equation):
    lines = {
        "mean": (r"a_{\mathrm{mean}}", {"n": "n"}),
        "EMA": (r"a_{\mathrm{EMA}}", {r"\beta": "b"}),
    }
    lag = {name: equation("eq:smoothing-lag", *line) for name, line in lines.items()}
    alike = equation("eq:same-window", "n", {r"\beta": "b"})
    ramp = np.arange(4000.0)
    for beta, window in ((0.5, 3), (0.9, 19), (0.98, 99)):
        late = ramp[-1] - ema(ramp, beta)[-1]
        agree(SMOOTH, late, lag["EMA"](b=beta), 1e-9, against=printed_equation(15))
        late = ramp[-1] - moving_average(ramp, window)[-1]
        agree(SMOOTH, late, lag["mean"](n=window), 1e-9, against=printed_equation(15))
        left = np.sum(weights(beta) ** 2)  # of the variance of independent noise
        agree(SMOOTH, 1 / left, alike(b=beta), 1e-9, against=printed_equation(16))
        assert alike(b=beta) == pytest.approx(window, rel=1e-12)


def test_bad_averages_are_refused():
    with pytest.raises(ValueError, match=r"beta must be in \[0, 1\), got 1"):
        ema([1, 2], 1)
    with pytest.raises(ValueError, match="window must be 1 or more: 0"):
        moving_average([1, 2], 0)


# -- the gallery -------------------------------------------------------------------


def test_networks_side_by_side_are_networks(agree):
    """The gallery's training beside torch's layers, for each network alone."""
    names = program("gallery")
    scope = names["run"].__globals__
    kept = {key: scope[key] for key in ("SEEDS", "STEPS", "BATCH")}
    scope |= {"SEEDS": 2, "STEPS": 20, "BATCH": 8}
    try:
        rows = names["train"][:40]
        found, held = names["run"](0.5, rows=rows)
        torch.manual_seed(0)
        shapes = (64, 32), (1, 32), (32, 10), (1, 10)
        drawn = [torch.randn(2, *shape) for shape in shapes]
        orders = [[torch.randperm(40) for _ in range(2)] for _ in range(4)]
        X, t = names["X"], names["t"]
        for k in range(2):
            first, last = torch.nn.Linear(64, 32), torch.nn.Linear(32, 10)
            model = torch.nn.Sequential(first, torch.nn.ReLU(), last)
            with torch.no_grad():
                first.weight.copy_(drawn[0][k].T / 8)
                last.weight.copy_(drawn[2][k].T / 32**0.5)
                first.bias.zero_()
                last.bias.zero_()
            optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
            losses = []
            for epoch in orders:
                for part in epoch[k].split(8):
                    batch = rows[part]
                    optimizer.zero_grad()
                    loss = cross_entropy(model(X[batch]), t[batch])
                    loss.backward()
                    optimizer.step()
                    losses.append(loss.item())
            against = "torch.nn.Sequential, one network at a time"
            agree(CURVES, found[:, k], losses, 1e-3, against=against)
            valid = names["valid"]
            end = cross_entropy(model(X[valid]), t[valid])
            agree(CURVES, held[-1, k], end.item(), 1e-3, against=against)
    finally:
        scope |= kept


def test_faults_of_the_gallery():
    names = program("gallery")
    wrong, t, train = (names[key] for key in ("wrong", "t", "train"))
    share = (wrong[train] != t[train]).float().mean()
    assert 0.25 < share < 0.34  # a third, some of which are right by chance
    assert t[names["by_class"]].diff().min() == 0  # never falls
    assert sorted(names["by_class"].tolist()) == sorted(train.tolist())
    y, labels = torch.randn(2, 3, 10), torch.tensor([[1, 2, 3], [4, 5, 6]])
    for naive in (False, True):
        found = names["losses"](y, labels, naive)
        oracle = [cross_entropy(a, b) for a, b in zip(y, labels, strict=True)]
        torch.testing.assert_close(found, torch.stack(oracle))
    sure = torch.tensor([[[0.0, 200.0]]]), torch.tensor([[0]])
    assert names["losses"](*sure, True).item() == math.inf
    assert names["losses"](*sure).item() == 200
