"""What generalization/validation teaches, compared with something independent."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
import torch
from helpers.programs import Programs
from scipy.stats import binom
from sklearn import linear_model, model_selection, pipeline
from sklearn.neighbors import KNeighborsClassifier, NearestCentroid
from sklearn.preprocessing import StandardScaler

from chainrule.data import random_split
from chainrule.scratch.models import Ridge
from chainrule.scratch.models.regression import left_out
from chainrule.scratch.preprocessing import design_matrix
from chainrule.training import CrossValidation, KFold

SPLIT, FOLDS = "train-validation-test-split", "n-fold-cross-validation"
PUBLIC = "public-test-leakage"
PROGRAMS = Programs("generalization/validation")
program = PROGRAMS.run
# -- three sets, and what is measured on them -------------------------------------


def test_three_parts_are_torch_s(agree):
    for seed in range(5):
        generators = [torch.Generator().manual_seed(seed) for _ in range(2)]
        shares = [0.6, 0.2, 0.2]
        ours = random_split(range(11), shares, generators[0])
        theirs = torch.utils.data.random_split(range(11), shares, generators[1])
        assert [len(part) for part in ours] == [7, 2, 2]
        for a, b in zip(ours, theirs, strict=True):
            against = "torch.utils.data.random_split"
            agree(SPLIT, a.indices, b.indices, 0, against=against)


@pytest.mark.equation("eq:standard-error")
def test_the_standard_error_is_that_of_the_binomial_law(agree, equation):
    ours = program("standard-error")["standard_error"]
    printed = equation("eq:standard-error", r"\mathrm{SE}", {"p": "p", "N": "N"})
    for p, N in ((0.9, 100), (0.5, 7), (0.02, 1000), (1.0, 3), (0.0, 1)):
        against = "printed equation (29.1)"
        agree(SPLIT, ours(p, N), printed(p=p, N=N), 1e-14, against=against)
        r = np.arange(N + 1)
        law = binom.pmf(r, N, p)
        mean = np.sum(law * r / N)
        deviation = np.sqrt(np.sum(law * (r / N - mean) ** 2))
        against = "scipy.stats.binom"
        agree(SPLIT, ours(p, N), deviation, 1e-11, against=against)


def test_chances_are_those_of_the_binomial_law(agree):
    ours = program("standard-error")["chance"]
    for low, high, percent, N in (
        (84, 96, 90, 100),
        (0, 3, 25, 9),
        (931, 969, 95, 1000),
    ):
        law = binom(N, percent / 100)
        oracle = law.cdf(high) - law.cdf(low - 1)
        against = "scipy.stats.binom"
        agree(SPLIT, ours(low, high, percent, N), oracle, 1e-11, against=against)


@pytest.mark.equation("eq:paired-error")
def test_the_error_of_a_difference(agree, equation):
    """Of all ways in which N samples can come out, with their probabilities."""
    ours, behind = (
        program("compare")[name] for name in ("difference_error", "upside_down")
    )
    lhs, symbols = r"\mathrm{SE}_\Delta", {"q": "q", r"\Delta": "delta", "N": "N"}
    printed = equation("eq:paired-error", lhs, symbols)
    for q, delta, N in ((0.164, 0.02, 6), (0.5, -0.3, 5), (0.4, 0.4, 4), (1.0, 0.0, 7)):
        known = {"q": q, "delta": delta, "N": N}
        against = "printed equation (29.2)"
        agree(SPLIT, ours(**known), printed(**known), 1e-14, against=against)
        chance = {1: (q + delta) / 2, 0: 1 - q, -1: (q - delta) / 2}
        ways = np.array([*product(chance, repeat=N)])
        weight = np.prod([[chance[d] for d in way] for way in ways.tolist()], axis=1)
        gap = ways.mean(axis=1)
        agree(SPLIT, np.sum(weight * gap), delta, 1e-13, against="all ways", atol=1e-16)
        error = np.sqrt(np.sum(weight * (gap - delta) ** 2))
        agree(SPLIT, ours(**known), error, 1e-13, against="all ways")
        oracle = weight[gap <= 1e-12].sum()
        agree(SPLIT, behind(**known), oracle, 1e-12, against="all ways", atol=1e-15)


def test_independent_errors_leave_as_many_samples_as_the_page_says():
    """0.90 and 0.92: q, and the samples for two standard errors."""
    q = 0.9 * 0.08 + 0.92 * 0.1
    assert q == pytest.approx(0.164, abs=1e-12)
    for q, needed in ((0.164, 1640), (0.03, 300)):
        assert round(4 * q / 0.02**2) == needed


# -- folds ------------------------------------------------------------------------


@pytest.mark.equation("eq:cv-score", "eq:cv-error")
def test_the_mean_of_the_folds_and_its_error(agree, equation):
    symbols = {"k": "k", "s_i": "s[i]"}
    mean = equation("eq:cv-score", r"\mathrm{CV}", symbols)
    error = equation("eq:cv-error", r"\mathrm{SE}", {**symbols, r"\mathrm{CV}": "mean"})
    rng = np.random.default_rng(0)
    for k in (2, 3, 10):
        scores = rng.normal(5, 2, size=k)
        found = CrossValidation(scores)
        oracle = mean(k=k, s=scores)
        agree(FOLDS, found.mean, oracle, 1e-14, against="printed equation (29.3)")
        oracle = error(k=k, s=scores, mean=oracle)
        against = "printed equation (29.4)"
        agree(FOLDS, found.standard_error, oracle, 1e-13, against=against)


def test_six_targets_by_hand():
    found = program("by-hand")
    t, mean, four = (found[n] for n in ("t", "mean_of_training", "always_four"))
    scores = [
        [model(train, held) for train, held in KFold(3).split(t)]
        for model in (mean, four)
    ]
    assert scores == [[10, 4, 10], [5, 4, 5]]
    assert CrossValidation(np.array(scores[0])).standard_error == pytest.approx(2)


def test_the_parts_that_note_a_counts():
    """N/M - P parts are left for N = M = 3 and P = 1: none. There are k - 1."""
    assert Fraction(3, 3) - 1 == 0
    t = np.arange(6)
    test = t + 6
    for train, held in KFold(3).split(t):
        assert (len(train), len(held)) == (2 * 2, 2)
        assert not {*train, *held} & {*test}


def test_the_chosen_penalty_is_scikit_learn_s(agree):
    found = program("choose")
    X, t, rest, test = (found[name] for name in ("X", "t", "rest", "test"))
    ours, theirs = found["scores"], {}
    for alpha in ours:
        model = pipeline.make_pipeline(StandardScaler(), linear_model.Ridge(alpha))
        scores = model_selection.cross_val_score(
            model, X[rest], t[rest], cv=5, scoring="neg_mean_squared_error"
        )
        theirs[alpha] = -scores.mean()
    against = "sklearn.model_selection.cross_val_score"
    agree(FOLDS, [*ours.values()], [*theirs.values()], 1e-10, against=against)
    assert found["best"] == min(theirs, key=theirs.get)
    model = pipeline.make_pipeline(StandardScaler(), linear_model.Ridge(found["best"]))
    y = model.fit(X[rest], t[rest]).predict(X[test])
    against = "sklearn.linear_model.Ridge"
    agree(FOLDS, found["final"], (y - t[test]) ** 2, 1e-8, against=against)
    assert not {*rest} & {*test}


@pytest.mark.equation("eq:moved", "eq:left-out")
def test_a_left_out_sample_from_one_fit(agree, equation):
    """What is printed, beside N fits to N - 1 samples, and with a penalty."""
    symbols = {"y_n": "y", "t_n": "t", "P_{nn}": "P"}
    error = equation("eq:left-out", "y_{(n)} - t_n", symbols)
    moved = equation("eq:moved", "y_{(n)}", {**symbols, "y_{(n)}": "left"})
    rng = np.random.default_rng(0)
    X, t = rng.normal(size=(12, 3)), rng.normal(size=12)
    A = design_matrix(X)
    for alpha in (0.0, 2.0):
        D = alpha * np.diag([0, 1, 1, 1])
        P = A @ np.linalg.solve(A.T @ A + D, A.T)
        y, leverage = P @ t, np.diagonal(P)
        looped = np.concatenate(
            [
                Ridge(alpha).fit(X[train], t[train]).predict(X[held])
                for train, held in KFold(12).split(X)
            ]
        )
        known = {"y": y, "t": t, "P": leverage}
        against = "printed equation (29.6)"
        agree(FOLDS, looped - t, error(**known), 1e-11, against=against)
        agree(FOLDS, left_out(X, t, alpha) - t, error(**known), 1e-11, against=against)
        against = "printed equation (29.5)"
        agree(FOLDS, looped, moved(**known, left=looped), 1e-11, against=against)


def test_ways_to_choose_a_degree(agree):
    found = program("degrees")
    rng = np.random.default_rng(0)
    x, rows = np.cos(rng.uniform(0, np.pi, 20)), rng.permutation(20)
    t = rng.normal(size=20)

    def error(train, held, degree):
        y = np.polyval(np.polyfit(x[train], t[train], degree), x[held])
        return np.mean((y - t[held]) ** 2)

    def folds(cv, degree):
        pairs = [(rows[train], rows[held]) for train, held in cv.split(rows)]
        return np.mean([error(*pair, degree) for pair in pairs])

    for degree in (1, 3, 5):
        oracles = {
            "one_split": error(rows[4:], rows[:4], degree),
            "five_folds": folds(model_selection.KFold(5), degree),
            "leave_one_out": folds(model_selection.LeaveOneOut(), degree),
        }
        for name, oracle in oracles.items():
            ours = found[name](x, t, degree, rows)
            agree(FOLDS, ours, oracle, 1e-9, against="numpy.polyfit")


def test_a_network_sees_the_training_rows_of_its_fold_alone():
    """Nines are never read by one that was trained without them, and then are."""
    found = program("widths")
    t = found["t"].numpy()
    nines, rest = np.flatnonzero(t == 9), np.flatnonzero(t != 9)
    assert found["score"](32, rest, nines) == 0
    assert found["score"](32, np.concatenate([rest, nines[::2]]), nines[1::2]) > 0.5


# -- leaks ------------------------------------------------------------------------


def test_what_leaks_is_what_scikit_learn_does(agree):
    found = program("leaks")
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(30, 6)) * [1, 5, 2, 1, 9, 1], np.arange(30) % 2
    Z = rng.normal(size=(9, 6))
    for name, model in (
        ("nearest_mean", NearestCentroid()),
        ("nearest_sample", KNeighborsClassifier(1)),
    ):
        ours, oracle = found[name](X, y, Z), model.fit(X, y).predict(Z)
        assert (ours == oracle).all()
        assert 0 < ours.mean() < 1
    oracle = StandardScaler().fit(X).transform(Z)
    ours = found["scale"](X, y)(Z)
    against = "sklearn.preprocessing.StandardScaler"
    agree(FOLDS, ours, oracle, 1e-13, against=against)


@pytest.mark.parametrize("before", [True, False])
def test_what_is_prepared_inside_has_seen_the_training_rows_alone(before):
    found, seen = program("leaks"), []
    X, y = np.arange(20.0).reshape(10, 2), np.arange(10) % 2

    def spy(X, y):
        seen.append({*X[:, 0]})
        return lambda Z: Z

    found["accuracy"](X, y, found["nearest_mean"], KFold(5).split(X), spy, before)
    for train, (inside, _) in zip(seen, KFold(5).split(X), strict=True):
        assert train == {*X[:, 0]} if before else train == {*X[inside, 0]}


def test_the_strongest_features_are_those_that_tell_the_classes_apart():
    found = program("leaks")
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(40, 30)), np.arange(40) % 2
    X[y == 1, 5:15] += 9 * np.where(np.arange(10) % 2, 1, -1)
    kept = found["strongest"](X, y)(np.arange(30)[None])
    assert sorted(kept[0]) == [*range(5, 15)]


# -- the best of many -------------------------------------------------------------


def outcomes(m, N):
    """Right answers (…, m) of m guessers in all equally likely ways."""
    ways = np.array([*product((0, 1), repeat=m * N)]).reshape(-1, m, N)
    return ways.sum(axis=2)


@pytest.mark.equation("eq:best-law", by="all answers that guessers can give")
def test_the_law_of_the_best(agree):
    at_most = program("best-of-m")["at_most"]
    for m, N in ((1, 4), (2, 2), (3, 4), (4, 3)):
        best, F = outcomes(m, N).max(axis=1), np.array(at_most(N))
        for r in range(N + 1):
            agree(PUBLIC, F[r] ** m, np.mean(best <= r), 1e-15, against="all answers")


def test_at_most_is_the_binomial_law(agree):
    for N in (1, 10, 1000):
        ours = np.array(program("best-of-m")["at_most"](N))
        oracle = binom.cdf(np.arange(N + 1), N, 0.5)
        big = oracle > 1e-200
        agree(PUBLIC, ours[big], oracle[big], 1e-10, against="scipy.stats.binom")


@pytest.mark.equation("eq:best-mean")
def test_the_mean_of_the_best(agree, equation):
    found = program("best-of-m")
    lhs = r"\frac{\mathbb E[B]}{N}"
    symbols = {"N": "N", "F(r - 1)": "F[r]", "m": "m"}
    printed = equation("eq:best-mean", lhs, symbols)
    for m, N in ((1, 4), (2, 2), (3, 4), (4, 3)):
        ours = found["expected_best"](m, N)
        oracle = outcomes(m, N).max(axis=1).mean() / N
        agree(PUBLIC, ours, oracle, 1e-15, against="all answers")
        oracle = printed(N=N, m=m, F=np.array(found["at_most"](N)))
        agree(PUBLIC, ours, oracle, 1e-14, against="printed equation (29.8)")
    F = binom.cdf(np.arange(1000), 1000, 0.5)
    for m in (1, 10, 1000):
        oracle = printed(N=1000, m=m, F=F)
        ours = found["expected_best"](m, 1000)
        agree(PUBLIC, ours, oracle, 1e-11, against="scipy.stats.binom")
    assert found["expected_best"](2, 2) == 11 / 16


@pytest.mark.equation("eq:best-bound", by="the exact law, and models that agree")
def test_the_best_stays_below_its_bound():
    """For any accuracy and size; and the bound is no more than twice the excess."""
    bound = program("best-of-m")["bound"]
    for p, N, m in product((0.5, 0.8, 0.99), (10, 100, 1000), (1, 2, 10, 10**5)):
        F = binom.cdf(np.arange(N), N, p)
        excess = 1 - np.sum(F**m) / N - p
        assert excess <= bound(m, N, p) - p + 1e-12
        if p == 0.5 and N == 1000 and m > 1:
            assert excess > 0.45 * (bound(m, N, p) - p)
    assert bound(np.e**2, 4) == pytest.approx(1.0, rel=1e-15)


def test_the_best_of_many_is_chance_on_other_samples(agree):
    """Notes A and B: chosen on samples that it is then reported on."""
    submissions, law = (
        program("leaderboard")["submissions"],
        program("best-of-m")["expected_best"],
    )
    rounds = np.array(
        [[*submissions(50, np.random.default_rng(seed))] for seed in range(200)]
    )
    best, vote = rounds[:, 0], rounds[:, 1]
    deviation = best[:, 0].std() / 200**0.5
    assert abs(best[:, 0].mean() - law(50, 1000)) < 5 * deviation
    for private in (best[:, 1], vote[:, 1]):
        assert abs(private.mean() - 0.5) < 5 * (0.25 / 1000 / 200) ** 0.5
    assert (vote[:, 0] > best[:, 1].mean()).all()
    assert vote[:, 0].mean() > best[:, 0].mean() + 0.02


# -- what is refused --------------------------------------------------------------


def test_bad_input_is_named():
    with pytest.raises(ValueError, match=r"p is a share, .* got 1.2 and 10"):
        program("standard-error")["standard_error"](1.2, 10)
    with pytest.raises(ValueError, match=r"N 1 or more: got 0.5 and 0"):
        program("standard-error")["standard_error"](0.5, 0)
    with pytest.raises(ValueError, match=r"got 0.3, 0.2, 10"):
        program("compare")["difference_error"](0.2, 0.3, 10)
    with pytest.raises(ValueError, match=r"one guesser and question: 0 and 5"):
        program("best-of-m")["expected_best"](0, 5)
