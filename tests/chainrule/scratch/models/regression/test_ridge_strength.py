"""What grows and what falls with the strength of ridge regression."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.data import evolutions
from chainrule.scratch.models import Ridge
from chainrule.scratch.preprocessing import indicator_features, powers


def sample(n=20, d=4, seed=0):
    rng = np.random.default_rng(seed)
    X = 2 + rng.normal(size=(n, d)) @ rng.normal(size=(d, d))
    return X, 5 + rng.normal(size=n)


@pytest.mark.equation("eq:sensitivity")
@pytest.mark.equation("eq:sensitivity-bound", by="a thousand random moves")
def test_sensitivity(agree, equation):
    X, t = sample()
    model = Ridge(1.0).fit(X, t)
    moves = np.random.default_rng(1).normal(size=(1000, 4))
    symbols = {"d": "d", "w_i": "w[i]", r"\Delta x_i": "dx[i]"}
    printed = equation("eq:sensitivity", r"\Delta y", symbols)
    moved = model.predict(X[:1] + moves) - model.predict(X[:1])
    oracle = printed(d=4, w=model.w_, dx=moves.T)
    unit = "regularization-strength-tradeoff"
    agree(unit, moved, oracle, 1e-13, against="printed equation (5.15)")
    bound = np.linalg.norm(model.w_) * np.linalg.norm(moves, axis=1)
    assert (np.abs(moved) <= bound).all()
    along = model.w_[None]  # in this direction the bound is reached
    reached = model.predict(X[:1] + along) - model.predict(X[:1])
    assert reached[0] == pytest.approx(np.sum(model.w_**2))


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 15), st.integers(1, 8))
def test_length_falls_and_training_error_rises(seed, n, d):
    X, t = sample(n, d, seed)
    lengths, errors = [], []
    for alpha in (0, 0.01, 0.1, 1, 10, 100):
        model = Ridge(alpha).fit(X, t)
        lengths.append(np.linalg.norm(model.w_))
        errors.append(np.sum((model.predict(X) - t) ** 2))
    scale = np.linalg.norm(t) ** 2
    assert (np.diff(lengths) <= 1e-9 * max(lengths)).all()
    assert (np.diff(errors) >= -1e-9 * scale).all()


def test_raising_lambda_may_steepen_the_curve():
    """Note E: adjusting λ makes the function smoother."""
    grid, j, rose = np.linspace(-1, 1, 401), np.arange(1, 10), 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        x = rng.uniform(-1, 1, 12)
        t = np.sin(3 * x) + 0.3 * rng.standard_normal(12)
        models = [Ridge(alpha).fit(powers(x, 9), t) for alpha in (0.01, 0.1)]
        lengths = [np.linalg.norm(m.w_) for m in models]
        assert lengths[1] < lengths[0]
        steepest = [np.abs(grid[:, None] ** (j - 1) @ (j * m.w_)).max() for m in models]
        rose += steepest[1] > steepest[0]
    assert 5 < rose < 25


def test_a_penalty_helps_where_the_model_overfits():
    """Note E: a suitable λ improves accuracy greatly. With few samples, yes."""
    gain = {}
    for samples in (16, 60):
        errors = []
        for seed in range(30):
            X, species, t = evolutions(samples + 300, seed)
            cp = X[:, :1]
            own = indicator_features(np.hstack([cp, cp**2]), species, range(3))
            Z = np.column_stack([own, X[:, 1:], X[:, 1:] ** 2])
            spread = Z[:samples].std(axis=0)
            Z = (Z - Z[:samples].mean(axis=0)) / np.where(spread > 0, spread, 1)
            for alpha in (0, 0.001, 0.01, 0.1, 1, 10):
                model = Ridge(alpha).fit(Z[:samples], t[:samples])
                errors.append(np.mean((model.predict(Z) - t)[samples:] ** 2))
        test = np.median(np.reshape(errors, (30, 6)), axis=0)
        gain[samples] = np.sqrt(test[0] / test.min())
        assert test[-1] > test.min()  # too much hurts, with any number
    assert gain[16] > 2
    assert gain[60] < 1.02
