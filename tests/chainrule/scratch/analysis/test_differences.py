import tracemalloc

import numpy as np
import pytest

from chainrule.scratch.analysis import central_gradient, central_hessian

A = np.array([[2.0, -1.0, 0.5], [-1.0, 3.0, 0.0], [0.5, 0.0, -4.0]])


def cubic(theta):
    return theta @ A @ theta / 2 + theta[0] * theta[1] * theta[2]


def test_exact_up_to_third_order(agree):
    """Central differences have no error on a quadratic, or on x y z."""
    x, y, z = theta = np.array([0.4, -0.7, 1.1])
    g = A @ theta + [y * z, x * z, x * y]
    H = A + np.array([[0, z, y], [z, 0, x], [y, x, 0]])
    ours = central_gradient(cubic, theta)
    agree("hessian-matrix", ours, g, 1e-10, against="by hand")
    ours = central_hessian(cubic, theta)
    agree("hessian-matrix", ours, H, 1e-8, against="by hand")
    assert np.array_equal(ours, ours.T)


@pytest.mark.parametrize("function", [central_gradient, central_hessian])
def test_error_is_of_second_order(function):
    theta = np.array([0.3, 0.8])

    def f(p):
        return np.exp(p[0]) * np.sin(2 * p[1])

    c, s, e = np.cos(1.6), np.sin(1.6), np.exp(0.3)
    true = {
        central_gradient: np.array([e * s, 2 * e * c]),
        central_hessian: np.array([[e * s, 2 * e * c], [2 * e * c, -4 * e * s]]),
    }[function]
    errors = [np.abs(function(f, theta, h) - true).max() for h in (0.02, 0.01)]
    assert errors[0] / errors[1] == pytest.approx(4, rel=0.01)


def test_a_zero_second_derivative_comes_out_positive():
    H = central_hessian(lambda p: p[0] ** 4, np.zeros(1), 1e-2)
    assert H[0, 0] == pytest.approx(8e-4)


def test_integers_are_made_floats():
    assert central_gradient(lambda p: (p**2).sum(), [1, 2]) == pytest.approx([2, 4])


@pytest.mark.parametrize("function", [central_gradient, central_hessian])
@pytest.mark.parametrize(
    ("f", "theta", "h", "message"),
    [
        (np.sum, np.zeros((2, 2)), 0.1, r"theta must be \(n,\), got \(2, 2\)"),
        (np.sum, np.zeros(0), 0.1, r"got \(0,\)"),
        (np.sum, np.zeros(2), 0.0, "h must be positive, got 0.0"),
        (np.sum, np.zeros(2), np.nan, "h must be positive, got nan"),
        (np.cumsum, np.zeros(2), 0.1, "f must be one finite number"),
        (lambda p: np.nan, np.zeros(2), 0.1, "f must be one finite number, got nan"),
    ],
)
def test_refuses_nonsense(function, f, theta, h, message):
    with pytest.raises(ValueError, match=message):
        function(f, theta, h)


@pytest.mark.parametrize("size", [1e-12, 1e-6, 1e-3, 1.0, 1e6, 1e12])
def test_a_step_in_the_units_of_the_parameter(size):
    """The slopes of θ², 1/θ and ln θ, wherever θ is."""
    for f, slope, bend in (
        (lambda p: p[0] ** 2, 2 * size, 2.0),
        (lambda p: 1 / p[0], -1 / size**2, 2 / size**3),
        (lambda p: np.log(p[0]), 1 / size, -1 / size**2),
    ):
        assert central_gradient(f, [size])[0] == pytest.approx(slope, rel=1e-7)
        assert central_hessian(f, [size])[0, 0] == pytest.approx(bend, rel=1e-4)


def test_a_small_parameter_among_large_ones():
    theta = np.array([1e-9, 0.0, 2.0])
    gradient = central_gradient(lambda p: np.exp(p).sum(), theta)
    np.testing.assert_allclose(gradient, np.exp(theta), rtol=1e-6)
    H = central_hessian(lambda p: np.exp(p).sum(), theta)
    np.testing.assert_allclose(H, np.diag(np.exp(theta)), atol=2e-3)


@pytest.mark.parametrize("function", [central_gradient, central_hessian])
@pytest.mark.parametrize("h", [1e-17, 1e-300])
def test_a_step_that_moves_nothing_is_refused(function, h):
    with pytest.raises(ValueError, match=f"h = {h} is too small to move theta"):
        function(lambda p: (p**2).sum(), [1.0, -3.0], h)


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.float16, np.float32])
def test_parameters_of_any_dtype(dtype):
    theta = np.array([100, 3], dtype)
    assert central_gradient(lambda p: (p**2).sum(), theta) == pytest.approx([200, 6])


def test_a_gradient_needs_no_square_of_its_size():
    theta = np.ones(2000)
    tracemalloc.start()
    central_gradient(lambda p: p[0], theta)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 * theta.nbytes
