import numpy as np
import pytest

from chainrule.scratch.optim import newton, newton_step
from chainrule.scratch.optim.newton import halved

UNIT = "logistic-training"


def parts(theta):
    """ln cosh, which undamped Newton leaves for ever from |theta| > 1.09."""
    return np.log(np.cosh(theta)).sum(), np.tanh(theta), 1 / np.cosh(theta) ** 2


LOSS, GRAD = (lambda theta: parts(theta)[0]), (lambda theta: parts(theta)[1])


def hessian(theta):
    return np.diag(parts(theta)[2])


def test_one_step_ends_on_a_quadratic(agree):
    rng = np.random.default_rng(0)
    A, t = rng.normal(size=(9, 4)), rng.normal(size=9)
    path = newton(
        lambda x: ((A @ x - t) ** 2).sum() / 2,
        lambda x: A.T @ (A @ x - t),
        lambda x: A.T @ A,
        np.ones(4),
    )
    assert len(path) == 2
    oracle = np.linalg.lstsq(A, t, rcond=None)[0]
    agree(UNIT, path[-1], oracle, 1e-13, against="numpy.linalg.lstsq")


def test_steps_are_solved_and_units_do_not_matter(agree):
    rng = np.random.default_rng(1)
    A, g = rng.normal(size=(9, 4)), rng.normal(size=4)
    H, units = A.T @ A, np.array([1e-6, 1, 1e4, 1e8])
    step = newton_step(g, H)
    agree(UNIT, step, np.linalg.solve(H, -g), 1e-13, against="numpy.linalg.solve")
    scaled = newton_step(g / units, H / units / units[:, None])
    np.testing.assert_allclose(scaled, step * units, rtol=1e-12)
    nothing = np.zeros((4, 4))
    assert newton_step(np.zeros(4), nothing).tolist() == [0] * 4


def test_does_not_overshoot():
    start = np.array([3.0, -2.0])
    once = start + newton_step(GRAD(start), hessian(start))
    assert LOSS(once) > 100 > LOSS(start)  # undamped: a hundred away
    path = newton(LOSS, GRAD, hessian, start)
    losses = [LOSS(theta) for theta in path]
    assert (np.diff(losses) < 1e-15).all()
    assert np.abs(path[-1]).max() < 1e-10


def test_near_the_minimum_whole_steps_with_twice_the_digits():
    path = newton(LOSS, GRAD, hessian, np.array([0.8]))
    errors = np.abs(path[:, 0])
    # tanh's step from x leaves -2/3 x³ + …: thrice the digits here
    np.testing.assert_allclose(errors[2] / errors[1] ** 3, 2 / 3, rtol=0.05)
    assert len(path) <= 6


def test_halved_is_armijos_rule():
    start, step = np.array([0.0]), np.array([1.0])
    at = [0.0, 2.0, 1.0, -1e-9]  # losses at shares 0, 1, 1/2, 1/4

    def loss(theta):
        return {0.0: at[0], 1.0: at[1], 0.5: at[2], 0.25: at[3]}.get(theta[0], -1.0)

    # falls by 1e-9, which is less than 1e-4 * 1/4 of the slope: halve again
    assert halved(loss, start, step, -1.0) == 0.125
    assert halved(lambda theta: -theta[0], start, step, -1.0) == 1
    with pytest.raises(ValueError, match="no part of the step"):
        halved(lambda theta: theta[0], start, step, -1.0)


def test_ends_at_once_where_it_may():
    assert newton(LOSS, GRAD, hessian, np.zeros(2)).shape == (1, 2)
    with pytest.raises(ValueError, match=r"slope .* > 1e-10 after 0 steps"):
        newton(LOSS, GRAD, hessian, np.ones(2), steps=0)
    assert len(newton(LOSS, GRAD, hessian, np.array([0.8]), tol=0.9)) == 1


@pytest.mark.parametrize("tol", [0, -1, np.nan])
def test_refuses_a_bad_tol(tol):
    with pytest.raises(ValueError, match="tol must be positive"):
        newton(LOSS, GRAD, hessian, np.ones(1), tol=tol)
