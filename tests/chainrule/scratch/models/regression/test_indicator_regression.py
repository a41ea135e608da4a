import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LinearRegression

from chainrule.data import cp_pairs, evolutions
from chainrule.scratch.models import IndicatorRegression, NotFittedError
from chainrule.scratch.preprocessing import indicator_features

UNIT = "pokemon-species-indicator"


def sample(n=30, d=2, classes=3, seed=0):
    rng = np.random.default_rng(seed)
    species = np.arange(n) % classes
    return rng.normal(size=(n, d)), rng.normal(size=n), species


@pytest.mark.equation("eq:indicator", by="an if for each sample")
def test_is_the_sum_of_the_page(agree):
    X, t, species = sample(d=1)
    model = IndicatorRegression().fit(X, t, species)
    oracle = []
    for x, own in zip(X[:, 0], species, strict=True):
        y = 0.0
        for s, b, w in zip(model.classes_, model.b_, model.w_[:, 0], strict=True):
            if own == s:
                y += b + w * x
        oracle.append(y)
    ours = model.predict(X, species)
    agree(UNIT, ours, oracle, 1e-14, against="an if for each sample")


@settings(deadline=None)
@given(st.integers(1, 3), st.integers(1, 4), st.integers(0, 10**6))
def test_joint_fit_is_one_fit_for_each(d, classes, seed):
    X, t, species = sample(classes * (d + 4), d, classes, seed)
    model = IndicatorRegression().fit(X, t, species)
    for s in range(classes):
        own = LinearRegression().fit(X[species == s], t[species == s])
        np.testing.assert_allclose(model.w_[s], own.coef_, atol=1e-9, rtol=1e-9)
        np.testing.assert_allclose(model.b_[s], own.intercept_, atol=1e-9, rtol=1e-9)


def test_against_sklearn(agree):
    X, t, species = sample()
    Z = indicator_features(X, species, range(3))
    joint = LinearRegression(fit_intercept=False).fit(Z, t)
    model = IndicatorRegression().fit(X, t, species)
    ours = np.column_stack([model.b_, model.w_]).ravel()
    against = "sklearn.linear_model.LinearRegression"
    agree(UNIT, ours, joint.coef_, 1e-13, against=against)
    agree(UNIT, model.predict(X, species), joint.predict(Z), 1e-13, against=against)
    each = np.empty(len(t))
    for s in range(3):
        own = species == s
        each[own] = LinearRegression().fit(X[own], t[own]).predict(X[own])
    agree(UNIT, model.predict(X, species), each, 1e-13, against=against)


def test_the_ten_pairs():
    X, t = cp_pairs()
    species = np.digitize(t / X[:, 0], [1.5, 2.2])
    model = IndicatorRegression().fit(X, t, species)
    rms = np.sqrt(np.mean((model.predict(X, species) - t) ** 2))
    assert rms == pytest.approx(1.13, abs=0.005)
    # One sample and two numbers: the shortest (b, w) on the line of solutions.
    assert [model.b_[2], model.w_[2, 0]] == pytest.approx(
        np.array([1, 606]) * 1591 / (1 + 606**2)
    )


def test_names_serve_as_species():
    X, t, species = sample()
    names = np.array(["Eevee", "Pidgey", "Weedle"])[species]
    numbers = IndicatorRegression().fit(X, t, species).predict(X, species)
    again = IndicatorRegression().fit(X, t, names)
    np.testing.assert_array_equal(again.classes_, ["Eevee", "Pidgey", "Weedle"])
    np.testing.assert_allclose(again.predict(X, names), numbers)


def test_no_function_of_cp_alone_follows_species():
    X, species, t = evolutions(2000, seed=0)
    model = IndicatorRegression().fit(X[:, :1], t, species)
    order = np.argsort(X[:, 0])
    jumps = np.abs(np.diff(t[order]))  # neighbours in CP
    assert np.median(jumps) > 5 * 15
    rms = np.sqrt(np.mean((model.predict(X[:, :1], species) - t) ** 2))
    assert rms == pytest.approx(15, rel=0.05)


def test_refuses_nonsense():
    X, t, species = sample()
    model = IndicatorRegression()
    with pytest.raises(NotFittedError, match="IndicatorRegression is not fitted"):
        model.predict(X, species)
    with pytest.raises(ValueError, match=r"species must be \(30,\), got \(29,\)"):
        model.fit(X, t, species[:-1])
    with pytest.raises(ValueError, match=r"y must be \(30,\)"):
        model.fit(X, t[:-1], species)
    with pytest.raises(ValueError, match="NaN"):
        model.fit(np.full((30, 2), np.nan), t, species)
    with pytest.raises(ValueError, match="no class for the species"):
        model.fit(X, t, np.where(species == 1, np.nan, species))
    model.fit(X, t, species)
    with pytest.raises(ValueError, match=r"no class for the species \[7\]"):
        model.predict(X[:2], [0, 7])
    with pytest.raises(ValueError, match=r"X must be \(N, 2\)"):
        model.predict(X[:, :1], species)
