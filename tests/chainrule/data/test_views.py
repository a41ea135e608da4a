import numpy as np
import pytest

from chainrule.data import daily_views, look_back
from chainrule.data.views import WEEK, expected
from chainrule.scratch.models.regression import least_squares, predict, ramp_sum, ramps


def test_expected_is_a_sum_of_ramps(agree):
    u = np.linspace(-2, 2, 401)
    oracle = ramp_sum(u, *ramps([-1, 0.25, 1], [-0.8, 0.8, -0.8]))
    unit = "model-bias-of-linear-model"
    agree(unit, expected(u), oracle, 1e-14, against="chainrule's ramps")


def test_noise_is_the_floor_of_every_forecast():
    """Knowing the recipe one is wrong by the noise, and by nothing else."""
    for seed in range(10):
        views = daily_views(3000, seed)
        u = views - 5 - WEEK[np.arange(3000) % 7]
        normal = (u[1:] - expected(u[:-1])) / 0.25
        same = np.random.default_rng(seed).standard_normal(3000)[1:]
        np.testing.assert_allclose(normal, same, atol=1e-12)
        assert np.sqrt(np.mean(normal**2)) == pytest.approx(1, abs=0.05)
        assert (views > 0).all()


def test_no_line_reaches_the_floor():
    losses = []
    for seed in range(10):
        X, t = look_back(daily_views(3000, seed), 56)
        error = predict(X, *least_squares(X, t)) - t
        losses.append(np.sqrt(np.mean(error**2)))
    assert min(losses) > 2 * 0.25


def test_look_back(agree):
    views = np.arange(10.0)
    X, t = look_back(views, 3)
    assert t.tolist() == [3, 4, 5, 6, 7, 8, 9]
    assert X[0].tolist() == [2, 1, 0]  # yesterday first
    loop = [[views[n + 3 - j] for j in (1, 2, 3)] for n in range(7)]
    agree("model-bias-of-linear-model", X, loop, 0, against="a double loop")


def test_seed():
    assert (daily_views(50, 1) == daily_views(50, 1)).all()
    assert (daily_views(50, 1) != daily_views(50, 2)).any()
    np.testing.assert_array_equal(daily_views(100, 3)[:50], daily_views(50, 3))


@pytest.mark.parametrize(("days", "noise"), [(0, 0.1), (5, -1), (5, np.nan)])
def test_refuses_nonsense(days, noise):
    with pytest.raises(ValueError, match="invalid days"):
        daily_views(days, noise=noise)


@pytest.mark.parametrize("days", [0, 10, 11])
def test_cannot_look_back(days):
    with pytest.raises(ValueError, match=rf"cannot look back {days} in \(10,\)"):
        look_back(np.zeros(10), days)
