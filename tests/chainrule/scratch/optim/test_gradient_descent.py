import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.scratch.optim import gradient_descent

THETA = {r"\theta": "w"}


@pytest.mark.parametrize("lr", [0.0, 0.1, 0.5, 0.9])
def test_closed_form_on_a_parabola(agree, lr):
    """L(w) = a/2 (w - c)^2 is left at w_k = c + (1 - lr a)^k (w_0 - c)."""
    a, c, start = 2.3, -1.7, 4.0
    path = gradient_descent(lambda w: a * (w - c), start, lr, 60)
    law = c + (1 - lr * a) ** np.arange(61) * (start - c)
    agree("gradient-descent-1d", path, law, 1e-12, against="closed form")


@pytest.mark.equation("eq:walls", "eq:bounce")
@pytest.mark.parametrize("lr", [2.5, 4.0, 7.0])
def test_bounces_for_ever_between_two_walls(agree, equation, lr):
    """The loss stands still where the slope is large; the printed place is right."""
    unit, loss = "stuck-is-not-small-gradient", equation("eq:walls", "L", THETA)
    place = equation("eq:bounce", r"\bar\theta", {r"\eta": "lr"})(lr=lr)
    path = gradient_descent(lambda w: w / np.sqrt(1 + w**2), 1.0, lr, 400)
    ours = np.abs(path[-2:])
    agree(unit, ours, [place] * 2, 1e-12, against="printed equation (22.2)")
    assert np.sign(path[-1]) == -np.sign(path[-2])
    step = 1e-6
    slope = (loss(w=place + step) - loss(w=place - step)) / (2 * step)
    agree(unit, 2 * place / lr, slope, 1e-9, against="printed equation (22.1)")
    assert slope > 0.5


def test_the_rate_is_not_the_length_of_the_step():
    """Note E: it is. At one rate the steps shrink with the slope."""
    path = gradient_descent(lambda w: 3 * w, 2.0, 0.1, 20)
    lengths = np.abs(np.diff(path))
    np.testing.assert_allclose(lengths, 0.1 * np.abs(3 * path[:-1]), rtol=1e-12)
    assert lengths[0] > 500 * lengths[-1]


def test_many_parameters(agree):
    rng = np.random.default_rng(0)
    A, t = rng.normal(size=(9, 4)), rng.normal(size=9)
    path = gradient_descent(lambda x: A.T @ (A @ x - t), np.ones(4), 0.02, 50)
    theta = torch.ones(4, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=0.02)
    for _ in range(50):
        optimizer.zero_grad()
        loss = ((torch.tensor(A) @ theta - torch.tensor(t)) ** 2).sum() / 2
        loss.backward()
        optimizer.step()
    agree("gradient-descent-multi", path[-1], theta, 1e-13, against="torch.optim.SGD")


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_moves_against_the_sign_of_the_slope(c, start):
    path = gradient_descent(lambda w: w - c, start, 0.1, 1)
    assert np.sign(path[1] - path[0]) == np.sign(c - start) or path[1] == path[0]


def test_visits_every_step_and_leaves_the_start_alone():
    start = np.ones(2)
    path = gradient_descent(lambda x: x, start, 0.5, 3)
    assert path.tolist() == [[1, 1], [0.5, 0.5], [0.25, 0.25], [0.125, 0.125]]
    assert start.tolist() == [1, 1]


@pytest.mark.parametrize(("lr", "steps"), [(-1, 3), (float("nan"), 3), (0.1, -1)])
def test_refuses_nonsense(lr, steps):
    with pytest.raises(ValueError, match="invalid lr"):
        gradient_descent(lambda x: x, 0.0, lr, steps)


@pytest.mark.equation("eq:descent-1d")
@pytest.mark.parametrize("seed", range(3))
def test_one_parameter_as_printed(agree, equation, seed):
    a, b, start, lr = np.random.default_rng(seed).uniform(0.1, 1, size=4)

    def slope(w):
        return 4 * a * w**3 - b * np.sin(w)

    path = gradient_descent(slope, start, lr, 20)
    derivative = r"\left.\frac{\mathrm dL}{\mathrm dw}\right|_{w = w_{k-1}}"
    symbols = {"w_{k-1}": "w", r"\eta": "eta", derivative: "slope"}
    step = equation("eq:descent-1d", "w_k", symbols)
    printed = step(w=path[:-1], eta=lr, slope=slope(path[:-1]))
    unit, against = "gradient-descent-1d", "printed equation (2.10)"
    agree(unit, path[1:], printed, 1e-15, against=against)


@pytest.mark.equation("eq:contraction")
@pytest.mark.parametrize("seed", range(3))
def test_contraction_as_printed(agree, equation, seed):
    a, lr, start, best = np.random.default_rng(seed).uniform(0.1, 1.4, size=4)
    path = gradient_descent(lambda w: a * (w - best), start, lr, 60)
    symbols = {r"\eta": "eta", "a": "a", "k": "k", "w_0": "start", "w^*": "best"}
    distance = equation("eq:contraction", "w_k - w^*", symbols)
    printed = distance(eta=lr, a=a, k=np.arange(61), start=start, best=best)
    unit, against = "gradient-descent-1d", "printed equation (2.11)"
    agree(unit, path - best, printed, 1e-13, against=against)


@pytest.mark.equation("eq:gradient-descent")
@pytest.mark.parametrize("shape", [(1,), (7,), (3, 4)])
def test_many_parameters_as_printed(agree, equation, shape):
    rng = np.random.default_rng(0)
    start, scale, lr = rng.normal(size=shape), rng.uniform(size=shape), 0.1

    def gradient(theta):
        return scale * np.tanh(theta)

    path = gradient_descent(gradient, start, lr, 20)
    symbols = {
        r"\theta_{k-1}": "theta",
        r"\eta": "eta",
        r"\nabla L(\theta_{k-1})": "gradient",
    }
    step = equation("eq:gradient-descent", r"\theta_k", symbols)
    printed = step(theta=path[:-1], eta=lr, gradient=gradient(path[:-1]))
    unit, against = "gradient-descent-multi", "printed equation (2.12)"
    agree(unit, path[1:], printed, 1e-15, against=against)


@pytest.mark.parametrize(("lr", "crosses"), [(1e-7, False), (1.14e-6, True)])
def test_in_a_long_valley_every_rate_crawls_far_from_the_minimum(lr, crosses):
    """Note A has the jumping and the crawling happen near it."""
    x = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
    t = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
    A, start = np.column_stack([np.ones(10), x]), np.array([-120.0, -4.0])
    best = np.linalg.lstsq(A, t, rcond=None)[0]
    path = gradient_descent(lambda p: 2 * A.T @ (A @ p - t), start, lr, 1000) - best
    assert abs(path[:, 0]).min() > 0.99 * abs(path[0, 0])  # still 99% of the way in b
    wall = path @ np.linalg.eigh(A.T @ A)[1][:, 1]  # the steep direction
    assert (wall[0] * wall[1] < 0) == crosses
    assert abs(wall[-1]) < 1e-2  # on the floor long ago
