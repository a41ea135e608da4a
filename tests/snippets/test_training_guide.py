"""What generalization/training-guide teaches, compared with something independent."""

import itertools
from fractions import Fraction

import numpy as np
import pytest
import sympy
import torch
from helpers.programs import Programs
from numpy.polynomial.legendre import leggauss
from scipy.stats import chi2, invwishart
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier
from torch import nn
from torch.nn import functional

from chainrule.training import diagnose

GUIDE, BIAS = "general-guide", "diagnose-model-bias"
OPTIMIZATION, LAYERS = "diagnose-optimization-issue", "compare-20-and-56-layers"
DEPTH, OVERFITTING = "depth-1-to-5-experiment", "diagnose-overfitting"
MEMORY, REMEDIES, MISMATCH = "memorizing-function", "overfitting-remedies", "mismatch"
PROGRAMS = Programs("generalization/training-guide")
program = PROGRAMS.run
defined_in = PROGRAMS.above


def printed_equation(number):
    return f"printed equation (28.{number})"


# --- the guide ------------------------------------------------------------------------


@pytest.mark.equation("eq:guide-parts")
def test_the_parts_add_up(agree, equation):
    symbols = {"L^*": "best"}
    symbols |= {rf"L_{{\mathrm{{{n}}}}}": n for n in ("train", "valid", "test")}
    printed = equation("eq:guide-parts", r"L_{\mathrm{test}}", symbols)
    for losses in np.random.default_rng(0).uniform(0, 3, (5, 4)):
        known = dict(zip(("best", "train", "valid", "test"), losses, strict=True))
        against = printed_equation(1)
        agree(GUIDE, losses[3], printed(**known), 1e-12, against=against)


def test_the_table_of_cases():
    """The table that stands beside the tree, verdict by verdict."""
    verdicts = [
        *("bias or optimization", "model bias", "optimization"),
        *("not validated", "overfitting", "mismatch", "fine"),
    ]
    stages = program("cases")["stages"]
    assert [diagnose(**s, target=0.2).verdict for s in stages] == verdicts
    assert {*diagnose(0.9, smaller=0.3, target=0.2).remedies} == {
        *("another optimizer or rate", "another initialization")
    }


def test_the_tree_that_is_drawn_is_that_of_diagnose():
    """Each path from the root to a leaf, walked with losses that take it."""
    found = program("tree")
    edges = {(above, said): below for above, below, said in found["EDGES"]}
    sides = (0.1, 0.9)
    for train, smaller, valid, test in itertools.product(
        sides, (0.3, 1.2), sides, sides
    ):
        answers = {
            "train": "large" if train > 0.2 else "small",
            "smaller": "lower" if smaller < train else "higher",
            "valid": "large" if valid > 0.2 else "small",
            "test": "large" if test > 0.2 else "small",
        }
        node = "train"
        while node in answers:
            node = edges[node, answers[node]]
        verdict = diagnose(train, valid, smaller, test, target=0.2).verdict
        assert verdict == found["TEXT"]["en"][node].replace("done", "fine")


# --- model bias and optimization ------------------------------------------------------


def test_a_line_cannot_be_a_parabola(agree):
    """L* of the lines, by quadrature; one more feature and it is zero."""
    found = program("shift")
    z, weights = leggauss(12)
    for a in (0, 1, Fraction(1, 2)):
        x, rows = (z + 1) / 2 + float(a), np.sqrt(weights / 2)
        A = np.stack([x, np.ones(12), x**2], axis=1) * rows[:, None]
        for columns, best in ((2, found["loss"](found["best_line"](a), a)), (3, 0)):
            w = np.linalg.lstsq(A[:, :columns], rows * x**2, rcond=None)[0]
            oracle = np.sum((A[:, :columns] @ w - rows * x**2) ** 2)
            against = "Gauss-Legendre quadrature"
            agree(BIAS, float(best), oracle, 1e-9, against=against, atol=1e-20)


@pytest.mark.equation("eq:identity-layer", by="the same bits, of random networks")
def test_fifty_six_layers_copy_twenty(agree):
    found = program("deepen")
    generator = torch.Generator().manual_seed(3)
    x = torch.randn(50, 5, generator=generator)
    linears = [nn.Linear(5, 7), *(nn.Linear(7, 7) for _ in range(4)), nn.Linear(7, 3)]
    layers = [(linear.weight.data, linear.bias.data) for linear in linears]
    modules = [m for linear in linears for m in (linear, nn.ReLU())][:-1]
    with torch.no_grad():
        oracle = nn.Sequential(*modules)(x)
    agree(
        LAYERS,
        found["plain"](x, layers),
        oracle,
        1e-4,
        against="torch.nn.Linear",
        atol=1e-6,
    )
    shallow = found["plain"](x, layers)
    for depth in (6, 7, 20, 56):
        deep = found["deepen"](layers, depth)
        assert len(deep) == depth
        assert torch.equal(found["plain"](x, deep), shallow)
    W, b = found["deepen"](layers, 7)[-2]
    y = torch.rand(9, 7, generator=generator)
    assert torch.equal(functional.relu(y @ W.T + b), y)
    assert not torch.equal(functional.relu(-y @ W.T + b), -y)  # y ≥ 0 is needed


def test_what_cannot_be_deepened_is_refused():
    deepen = program("deepen")["deepen"]
    layer = torch.eye(3), torch.zeros(3)
    with pytest.raises(ValueError, match="3 layers do not become 2"):
        deepen([layer] * 3, 2)
    with pytest.raises(ValueError, match="1 layers do not become 4"):
        deepen([layer], 4)


def test_twice_as_wide_is_the_same_function(agree):
    found = program("exercise-widen")
    agree(
        OPTIMIZATION,
        found["wide"],
        found["narrow"],
        1e-5,
        against="16 units",
        atol=1e-5,
    )
    assert found["twice"][0].shape == (32, 8)


@pytest.fixture(scope="module")
def depths():
    return defined_in("depths", SEEDS=2, WIDTH=5)


def networks(depths, kind, layers, seed=0):
    return depths["Networks"](kind, layers, torch.Generator().manual_seed(seed))


@pytest.mark.equation("eq:residual-block", by="a loop over blocks, and F = 0")
def test_networks_side_by_side_are_networks(agree, depths):
    x = depths["X"][:30]
    generator = torch.Generator().manual_seed(1)
    for kind, layers in (("plain", 8), ("residual", 8), ("plain from a copy", 22)):
        model = networks(depths, kind, layers)
        for w in model.parameters():
            w.data = 0.4 * torch.randn(w.shape, generator=generator)
        outputs = model(x).detach()
        for seed in range(2):
            W = [model.first[seed], *model.inner[:, seed], model.last[seed]]
            b = model.b[:, seed, 0]
            with torch.no_grad():
                y = functional.relu(functional.linear(x, W[0], b[0]))
                for k in range(1, layers - 1, 2):
                    F = functional.linear(y, W[k], b[k]).relu()
                    F = functional.linear(F, W[k + 1], b[k + 1])
                    y = functional.relu(F + y if kind == "residual" else F)
                oracle = functional.linear(y, W[-1])
            against = "torch.nn.functional.linear"
            agree(LAYERS, outputs[seed], oracle, 1e-3, against=against, atol=1e-4)


def test_a_copy_starts_as_the_twenty_layers(depths):
    x = depths["X"][:100]
    twenty, copy = (
        networks(depths, kind, layers)(x)
        for kind, layers in (("plain", 20), ("plain from a copy", 56))
    )
    assert torch.equal(twenty, copy)
    assert not torch.equal(twenty, networks(depths, "plain", 56)(x))


def test_residual_blocks_start_as_the_identity(depths):
    x = depths["X"][:100]
    model = networks(depths, "residual", 56)
    oracle = functional.relu(x @ model.first.mT) @ model.last.mT
    assert torch.equal(model(x), oracle)
    # were it the first layer that is zero, no gradient would pass the ReLU
    assert not model.inner[1::2].any()
    assert model.inner[::2].all()
    loss, _ = depths["losses"](model, torch.arange(100))
    loss_sum = functional.cross_entropy(model(x)[0], depths["t"][:100])
    assert loss[0].item() == pytest.approx(loss_sum.item(), rel=1e-5)
    depths["STEPS"] = 50
    steps = [[*row] for row in depths["course"]("residual", 8, 0.003)]
    assert [row[0] for row in steps] == [0, 50]
    assert (steps[1][1] < steps[0][1]).all()
    rows = depths["train"], depths["test"]
    assert not {*rows[0].tolist()} & {*rows[1].tolist()}


def test_one_step_of_one_to_five_layers(agree):
    """Start, forward pass and update, beside torch's modules and optimizers."""
    makers = {"SGD": torch.optim.SGD, "Adam": torch.optim.Adam}
    for layers, (name, make), steps in itertools.product(
        (1, 3), makers.items(), (0, 1, 2)
    ):
        found = defined_in("one-to-five", SEEDS=3, STEPS=steps)
        ours = found["losses"](layers, found[name], 0.05)
        generator = torch.Generator().manual_seed(0)
        w = found["start"]([1, *[16] * layers, 1], generator)
        for seed in range(3):
            linears = [nn.Linear(W.shape[1], W.shape[2]) for W in w[::2]]
            for k, linear in enumerate(linears):
                linear.weight.data = w[2 * k][seed].detach().T.clone()
                linear.bias.data = w[2 * k + 1][seed, 0].detach().clone()
            modules = [m for linear in linears for m in (linear, nn.ReLU())][:-1]
            model = nn.Sequential(*modules)
            optimizer = make(model.parameters(), lr=0.05)
            for _ in range(steps):
                optimizer.zero_grad()
                functional.mse_loss(model(found["x"]), found["t"]).backward()
                optimizer.step()
            oracle = functional.mse_loss(model(found["x"]), found["t"]).item()
            against = f"torch.optim.{name}"
            agree(DEPTH, float(ours[seed]), oracle, 1e-4, against=against)
    assert found["t"].square().mean().item() == pytest.approx(1, rel=1e-5)


def test_starts_are_those_of_torch():
    start = defined_in("one-to-five", SEEDS=50)["start"]
    W, b, *_ = start([64, 16, 1], torch.Generator().manual_seed(0))
    linear = nn.Linear(64, 1000)
    for ours, theirs in ((W, linear.weight), (b, linear.bias)):
        assert ours.abs().max() <= 1 / 8
        assert ours.std().item() == pytest.approx(theirs.std().item(), rel=0.1)


def test_the_quoted_losses_are_read_by_the_guide():
    """Lee (2021): five layers have more training loss than four."""
    quoted = [0.28, 0.18, 0.14, 0.10, 0.34]
    verdicts = [
        diagnose(now, smaller=before, target=0.05).verdict
        for before, now in itertools.pairwise(quoted)
    ]
    assert verdicts == ["model bias"] * 3 + ["optimization"]


# --- overfitting ----------------------------------------------------------------------


@pytest.mark.equation("eq:memorizer", by="scikit-learn's nearest neighbour on its own")
def test_the_memorizer_knows_its_samples_alone():
    Memorizer = program("memorizer")["Memorizer"]
    X, t = load_digits(return_X_y=True)
    model = Memorizer(10, seed=1).fit(X[:300], t[:300])
    oracle = KNeighborsClassifier(1).fit(X[:300], t[:300]).predict(X[:300])
    assert (model.predict(X[:300]) == oracle).all()
    guesses = model.predict(X[300:])
    counts = np.bincount(guesses, minlength=10)
    assert counts.min() > 0.7 * len(guesses) / 10
    deviation = (0.9 * 0.1 / len(guesses)) ** 0.5
    assert abs(np.mean(guesses != t[300:]) - 0.9) < 4 * deviation
    with pytest.raises(ValueError, match=r"\(1.0, 2.0\) is 3 and 4"):
        Memorizer(10).fit(np.array([[1.0, 2], [1, 2]]), [3, 4])


@pytest.mark.equation("eq:memorizer-error")
def test_its_error_on_new_samples(agree, equation):
    """Over all guesses of a few samples, some of which were learned."""
    symbols = {"r": "r", "K": "K"}
    printed = equation("eq:memorizer-error", r"\mathbb E[E_{\mathrm{test}}]", symbols)
    Memorizer = program("memorizer")["Memorizer"]
    for K, seen, new in ((2, 1, 3), (3, 0, 2), (4, 3, 2)):
        X, t = np.arange(seen + new)[:, None], np.arange(seen + new) % K
        model = Memorizer(K).fit(X[:seen], t[:seen])
        errors = []
        for guesses in itertools.product(range(K), repeat=new):
            spread = np.array([0] * seen + [*guesses])

            class All:
                integers = staticmethod(lambda K, size, g=spread: g)

            model.rng = All
            errors.append(np.mean(model.predict(X) != t))
        oracle = printed(r=seen / (seen + new), K=K)
        agree(MEMORY, np.mean(errors), oracle, 1e-13, against=printed_equation(8))


@pytest.mark.equation("eq:guess-square")
def test_a_guess_errs_by_twice_the_variance(agree, equation):
    printed = equation("eq:guess-square", r"\mathbb E[(g - t)^2]", {r"\sigma": "s"})
    t = np.random.default_rng(0).normal(3, 2, 40)
    all_pairs = np.mean((t[:, None] - t) ** 2)
    agree(MEMORY, all_pairs, printed(s=t.std()), 1e-13, against=printed_equation(9))
    t = np.array([1, 3, 2, 6])  # of the page
    assert t.var() == 3.5
    assert np.mean((t[:, None] - t) ** 2) == 7


@pytest.mark.equation("eq:expected-train", "eq:expected-valid", "eq:omitted")
def test_expected_losses(agree, equation):
    ours = program("expected")["expected"]
    drawn = program("expected-curves")["losses"]
    known = {"s^2": "s2", "p": "p", "N": "N"}
    train = equation("eq:expected-train", r"\mathbb E[L_{\mathrm{train}}]", known)
    valid = equation("eq:expected-valid", r"\mathbb E[L_{\mathrm{valid}}]", known)
    known = {r"\sigma": "sigma", "p": "p", "d": "d", "w_j": "w[j]"}
    omitted = equation("eq:omitted", "s^2", known)
    w = np.random.default_rng(0).normal(size=9)
    for N, p, sigma in ((20, 9, 1.5), (12, 4, 0.7), (5, 0, 2.0), (1000, 9, 1)):
        s2 = omitted(sigma=sigma, p=p, d=9, w=w)
        found = ours(N, p, w, sigma)
        left = found[0] / (1 - p / N)
        agree(REMEDIES, left, s2, 1e-12, against=printed_equation(6))
        for k, (one, printed) in enumerate(zip(found, (train, valid), strict=True)):
            against = printed_equation(4 + k)
            agree(OVERFITTING, one, printed(s2=s2, p=p, N=N), 1e-12, against=against)
        # trace of the inverse of X'X for normal X, by scipy's laws
        if p:
            mean = np.trace(np.atleast_2d(invwishart.mean(df=N, scale=np.eye(p))))
            against = "scipy.stats.invwishart"
            agree(OVERFITTING, found[1] / s2 - 1, mean, 1e-11, against=against)
            inverse = chi2(N - p + 1).expect(lambda z: 1 / z)
            against = "scipy.stats.chi2"
            agree(OVERFITTING, found[1] / s2 - 1, p * inverse, 1e-6, against=against)
    w = [1.0] * 5 + [0.0] * 35
    for N, p in ((50, 40), (50, 2), (400, 40)):
        against = "the program of the figure"
        agree(REMEDIES, ours(N, p, w, 1), drawn(N, p), 1e-13, against=against)


def test_expected_losses_are_those_of_least_squares(agree):
    """One X, and the mean over its noise exactly; many X, within five deviations."""
    rng = np.random.default_rng(0)
    w, N, p, sigma = np.array([1.0, -2, 0.5, 0.3]), 14, 2, 0.8
    train, valid = program("expected")["expected"](N, p, w, sigma)
    X = rng.normal(size=(N, p))
    left = np.trace(np.eye(N) - X @ np.linalg.pinv(X)) / N
    s2 = sigma**2 + 0.5**2 + 0.3**2
    agree(OVERFITTING, train, s2 * left, 1e-12, against="numpy.linalg.pinv")
    runs = []
    for _ in range(4000):
        X, Z = rng.normal(size=(2, N, 4))
        t, new = (A @ w + sigma * rng.normal(size=N) for A in (X, Z))
        fit = np.linalg.lstsq(X[:, :p], t, rcond=None)[0]
        runs.append([np.mean((A[:, :p] @ fit - y) ** 2) for A, y in ((X, t), (Z, new))])
    deviation = np.std(runs, axis=0) / 4000**0.5
    assert (np.abs(np.mean(runs, axis=0) - (train, valid)) < 5 * deviation).all()


def test_too_few_samples_are_refused():
    expected = program("expected")["expected"]
    for N, p in ((5, 4), (3, 2), (9, 8)):
        with pytest.raises(ValueError, match=f"N = {N} samples, p = {p} of 7 features"):
            expected(N, p, [1.0] * 7, 1)
    expected(6, 4, [1.0] * 7, 1)


def test_eleven_times_as_many_samples_as_features():
    expected = program("expected")["expected"]
    for p in (5, 20, 80):
        N = 11 * p + 1
        assert expected(N, p, [0.0] * p, 1)[1] <= 1.1 + 1e-12
        assert expected(N - 1, p, [0.0] * p, 1)[1] > 1.1


def test_a_free_function_meets_the_samples():
    free = program("freestyle")["free"]
    x = np.array([-1.0, 0, 1])
    assert np.abs(free(x) - x**2).max() < 1e-12
    assert np.abs(free(x + 0.5) - (x + 0.5) ** 2).max() > 0.5


def by_torch(X, t, model, steps):
    """Full-batch training with torch's Adam."""
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(steps):
        optimizer.zero_grad()
        functional.cross_entropy(model(X), t).backward()
        optimizer.step()
    return model


def twin(inputs, width, seed):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(inputs, width), nn.ReLU(), nn.Linear(width, 10))


def test_what_a_remedy_is_tried_on(agree):
    found = defined_in("remedies", STEPS=3)
    X, t = (torch.tensor(part) for part in load_digits(return_X_y=True))
    X = X.float() / 16 - 0.3
    for samples, noise, width in ((100, 192, 64), (300, 0, 16), (100, 64, 4)):
        ours = found["train"](samples, noise, width, seed=5)
        generator = torch.Generator().manual_seed(5)
        order = torch.randperm(1797, generator=generator)
        extra = 0.3 * torch.randn(1797, 192, generator=generator)
        full = torch.cat([X, extra[:, :noise]], dim=1)
        rows, held = order[:samples], order[1000:]
        before = by_torch(full[rows], t[rows], twin(64 + noise, width, 5), 2)
        model = by_torch(full[rows], t[rows], twin(64 + noise, width, 5), 3)
        with torch.no_grad():
            train = functional.cross_entropy(before(full[rows]), t[rows]).item()
            y = model(full[held])
        valid = functional.cross_entropy(y, t[held]).item()
        wrong = (y.argmax(1) != t[held]).float().mean().item()
        for one, oracle in zip(ours, (train, valid, wrong), strict=True):
            agree(REMEDIES, one, oracle, 1e-4, against="torch.optim.Adam", atol=2e-3)


# --- mismatch -------------------------------------------------------------------------


@pytest.mark.equation("eq:shifted-loss")
def test_the_loss_of_a_line_elsewhere(agree, equation):
    found = program("shift")
    printed = equation("eq:shifted-loss", "L(a)", {"a": "a"})
    line = found["best_line"](0)
    assert line == (1, Fraction(-1, 6))
    assert found["best_line"](1) == (3, Fraction(-13, 6))
    for a in (0, 1, Fraction(1, 2), Fraction(-7, 3)):
        ours = found["loss"](line, a)
        agree(
            MISMATCH,
            float(ours),
            printed(a=float(a)),
            1e-12,
            against=printed_equation(10),
        )
        x = sympy.Symbol("x")
        error = x**2 - x + sympy.Rational(1, 6)
        exact = sympy.integrate(error**2, (x, sympy.Rational(a), sympy.Rational(a) + 1))
        assert Fraction(int(exact.p), int(exact.q)) == ours
    assert found["loss"](line, 1) == Fraction(241, 180)
    assert found["loss"](line, Fraction(1, 2)) == Fraction(109, 720)


def test_the_lines_of_the_figure():
    found = program("shift")
    # of half of each, x is uniform on [0, 2]
    x, x2, x3 = Fraction(1), Fraction(4, 3), Fraction(2)
    w = (x3 - x * x2) / (x2 - x**2)
    assert (w, x2 - w * x) == (2, Fraction(-2, 3))
    both = [found["loss"]((w, x2 - w * x), a) for a in (0, 1)]
    assert both == [Fraction(4, 45)] * 2


def test_chalk_and_ink(agree):
    found = defined_in("chalk", STEPS=3)
    X, t = (torch.tensor(part) for part in load_digits(return_X_y=True))
    X = X.float() / 16
    for samples, inked in ((100, 0), (90, 10)):
        ours = found["errors"](samples, inked, seed=2)
        order = torch.randperm(1797, generator=torch.Generator().manual_seed(2))
        rows, held = order[: samples + inked], order[1000:]
        mixed = X[rows].clone()
        mixed[samples:] = 1 - mixed[samples:]
        model = by_torch(mixed, t[rows], twin(64, 64, 2), 3)
        for one, images in zip(ours, (X, 1 - X), strict=True):
            wrong = (model(images[held]).argmax(1) != t[held]).float().mean().item()
            agree(MISMATCH, one, wrong, 1e-6, against="torch.optim.Adam", atol=4e-3)
