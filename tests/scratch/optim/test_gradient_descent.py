import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.scratch.optim import gradient_descent


@pytest.mark.equation("eq:descent-1d", "eq:contraction")
@pytest.mark.parametrize("lr", [0.0, 0.1, 0.5, 0.9])
def test_closed_form_on_a_parabola(agree, lr):
    """L(w) = a/2 (w - c)^2 is left at w_k = c + (1 - lr a)^k (w_0 - c)."""
    a, c, start = 2.3, -1.7, 4.0
    path = gradient_descent(lambda w: a * (w - c), start, lr, 60)
    law = c + (1 - lr * a) ** np.arange(61) * (start - c)
    agree("gradient-descent-1d", path, law, 1e-12, against="closed form")


@pytest.mark.equation("eq:gradient-descent")
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
