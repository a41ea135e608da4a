import numpy as np
import pytest

from chainrule.scratch.analysis import taylor2

A = np.array([[2.0, -1.0], [-1.0, -3.0]])
B = np.array([0.5, -0.2])


@pytest.mark.equation("eq:taylor2", by="exact on a quadratic, third order elsewhere")
def test_exact_on_a_quadratic(agree):
    def quadratic(theta):
        return 1.5 + B @ theta + theta @ A @ theta / 2

    rng = np.random.default_rng(0)
    for center, theta in rng.normal(size=(5, 2, 2)):
        g = B + A @ center
        ours = taylor2(theta, center, quadratic(center), g, A)
        oracle = quadratic(theta)
        agree("taylor-approximation", ours, oracle, 1e-13, against="the quadratic")


def test_is_an_approximation_of_third_order():
    """Note B writes =; the error falls to an eighth when the distance halves."""

    def surface(theta):
        return np.exp(theta[0]) * np.cos(theta[1])

    a, b = center = np.array([0.3, 0.5])
    value, slope = surface(center), -np.exp(a) * np.sin(b)
    g, H = np.array([value, slope]), np.array([[value, slope], [slope, -value]])

    def error(s, H):
        theta = center + s * np.array([0.6, 0.8])
        return abs(taylor2(theta, center, value, g, H) - surface(theta))

    assert error(0.02, H) > 1e-7
    assert error(0.02, H) / error(0.01, H) == pytest.approx(8, rel=0.02)
    line = np.zeros((2, 2))
    assert error(0.02, line) / error(0.01, line) == pytest.approx(4, rel=0.02)


@pytest.mark.parametrize(
    ("theta", "g", "H"),
    [
        (np.zeros(3), np.zeros(2), np.zeros((2, 2))),
        (np.zeros(2), np.zeros(3), np.zeros((2, 2))),
        (np.zeros(2), np.zeros(2), np.zeros((3, 3))),
        (np.zeros((2, 1)), np.zeros(2), np.zeros((2, 2))),
    ],
)
def test_refuses_shapes_that_do_not_fit(theta, g, H):
    with pytest.raises(ValueError, match="shapes do not fit"):
        taylor2(theta, np.zeros(theta.shape), 0.0, g, H)
