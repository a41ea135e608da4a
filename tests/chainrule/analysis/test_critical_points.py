import numpy as np
import pytest
import torch

from chainrule import analysis
from chainrule.analysis import (
    classify_critical_point,
    escape_direction,
    hessian,
    inertia,
    minimum_ratio,
)
from chainrule.scratch import analysis as twin


def symmetric(values, seed=0):
    """A matrix with these eigenvalues, turned at random."""
    generator = torch.Generator().manual_seed(seed)
    n = len(values)
    A = torch.randn(n, n, generator=generator, dtype=torch.float64)
    Q = torch.linalg.qr(A).Q
    return Q @ torch.diag(torch.tensor(values, dtype=torch.float64)) @ Q.T


KINDS = [
    ([3.0, 1.0, 0.5], "minimum"),
    ([-3.0, -1.0, -0.5], "maximum"),
    ([3.0, 1.0, -0.5], "saddle"),
    ([-3.0, 0.0, 0.5], "saddle"),  # both signs beat a zero
    ([3.0, 0.0, 1.0], "undecided"),
    ([-3.0, 0.0, -1.0], "undecided"),
    ([0.0, 0.0, 0.0], "undecided"),
    ([2.0], "minimum"),
]


@pytest.mark.equation("eq:eigenvalue-test", by="matrices with known eigenvalues")
@pytest.mark.parametrize("module", [analysis, twin])
@pytest.mark.parametrize(("values", "kind"), KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_kind(module, values, kind, seed):
    H = symmetric(values, seed).numpy()
    assert module.classify_critical_point(H) == kind
    assert module.classify_critical_point(values) == kind
    counts = tuple(sum(f(v) for v in values) for f in SIGNS)
    assert module.inertia(H) == module.inertia(values) == counts


SIGNS = (lambda v: v > 0, lambda v: v == 0, lambda v: v < 0)


@pytest.mark.parametrize("module", [analysis, twin])
def test_tolerance_draws_the_line(module):
    values = [1e-3, -1e-3, 1.0]
    assert module.inertia(values) == (2, 0, 1)
    assert module.inertia(values, tol=1e-3) == (1, 2, 0)
    assert module.classify_critical_point(values, tol=1e-3) == "undecided"
    assert module.classify_critical_point(values, tol=2.0) == "undecided"
    # The default scales with the matrix and is rounding alone.
    tiny = np.array(values) * 1e-200
    assert module.classify_critical_point(tiny) == "saddle"
    assert module.inertia([1.0, 1e-17]) == (1, 1, 0)
    assert module.inertia(np.array([1.0, 1e-14])) == (2, 0, 0)


def test_zeros_are_undecided_whatever_the_point_is():
    """Notes A, B and E know three cases; here the Hessian cannot decide."""

    def surface(w, sign):
        return w[0] ** 2 + sign * w[1] ** 4

    w = torch.zeros(2, requires_grad=True)
    matrices = [hessian(surface(w, sign), w) for sign in (1, -1)]
    assert torch.equal(*matrices)
    assert [classify_critical_point(H) for H in matrices] == ["undecided"] * 2
    ring = torch.linspace(0, 6.28, 50)
    around = 0.1 * torch.stack([ring.cos(), ring.sin()])
    assert surface(around, 1).min() > 0  # a minimum
    assert surface(around, -1).min() < 0 < surface(around, -1).max()  # a saddle


@pytest.mark.equation("eq:quadratic-form", by="numpy.linalg.eigh")
def test_quadratic_form_is_a_sum_over_eigenvectors(agree):
    rng = np.random.default_rng(0)
    H = symmetric([3.0, -1.0, 0.5, 0.0]).numpy()
    values, U = np.linalg.eigh(H)
    for d in rng.normal(size=(5, 4)):
        parts = (values * (U.T @ d) ** 2).sum() / 2
        against = "sum over eigenvectors"
        agree("hessian-eigenvalue-test", d @ H @ d / 2, parts, 1e-13, against=against)
        # A minimum is no lower anywhere, a saddle somewhere.
        assert d @ symmetric([3.0, 1.0, 0.5, 0.1]).numpy() @ d > 0


@pytest.mark.equation("eq:minimum-ratio")
@pytest.mark.parametrize("module", [analysis, twin])
@pytest.mark.parametrize("seed", range(3))
def test_minimum_ratio(agree, equation, module, seed):
    rng = np.random.default_rng(seed)
    values = rng.normal(size=7).round(0)
    H = symmetric(values.tolist(), seed)
    symbols = {"p": "p", "z": "z", "q": "q"}
    signs = np.sign(values)
    counts = {"p": (signs > 0).sum(), "z": (signs == 0).sum(), "q": (signs < 0).sum()}
    printed = equation("eq:minimum-ratio", "r", symbols)(**counts)
    ours = module.minimum_ratio(H.numpy(), tol=1e-9)
    agree("minimum-ratio", ours, printed, 1e-15, against="printed equation (19.11)")
    assert minimum_ratio(values) == ours


def test_a_strict_minimum_need_not_have_ratio_one():
    w = torch.zeros(1, requires_grad=True)
    assert minimum_ratio(hessian((w**4).sum(), w)) == 0
    assert minimum_ratio(symmetric([1.0, 2.0])) == 1


@pytest.mark.parametrize("module", [analysis, twin])
@pytest.mark.parametrize("seed", range(5))
def test_escape_direction(agree, module, seed):
    rng = np.random.default_rng(seed)
    A = rng.normal(size=(6, 6))
    H = (A + A.T) / 2
    value, u = (np.asarray(x) for x in module.escape_direction(H))
    values = np.linalg.eigvalsh(H)
    against = "numpy.linalg.eigvalsh"
    agree("saddle-escape-direction", value, values[0], 1e-13, against=against)
    agree("saddle-escape-direction", H @ u, value * u, 1e-13, against="λ u")
    assert np.linalg.norm(u) == pytest.approx(1, abs=1e-14)
    assert u[np.abs(u) >= np.abs(u).max() / 2][0] > 0
    for d in rng.normal(size=(50, 6)):  # nothing falls faster
        assert d @ H @ d / (d @ d) >= value - 1e-12


@pytest.mark.parametrize("module", [analysis, twin])
def test_a_small_gradient_is_asked_for(module):
    H, g = np.diag([1.0, -1.0]), np.array([1e-7, 0.0])
    assert module.classify_critical_point(H, gradient=g) == "saddle"
    module.escape_direction(H, gradient=g)
    for function in (module.classify_critical_point, module.escape_direction):
        with pytest.raises(ValueError, match=r"gradient is 1e-07 long, over 1e-08"):
            function(H, gradient=g, gradient_tol=1e-8)
        with pytest.raises(ValueError, match="is nan long"):
            function(H, gradient=np.array([np.nan, 0]))
        with pytest.raises(ValueError, match=r"gradient \(3,\) does not fit"):
            function(H, gradient=np.zeros(3))


NONSENSE = [
    ([[1.0, 2.0], [0.0, 1.0]], None, "not symmetric"),
    ([[1.0, np.nan], [np.nan, 1.0]], None, "must be finite"),
    ([1.0, np.inf], None, "must be finite"),
    (np.zeros((2, 3)), None, r"need \(n, n\) or \(n,\), got \(2, 3\)"),
    (np.zeros((2, 2, 2)), None, r"got \(2, 2, 2\)"),
    (np.zeros((0, 0)), None, r"got \(0, 0\)"),
    (3.0, None, r"got \(\)"),
    ([1.0, 2.0], -1.0, "tol must be at least 0, got -1.0"),
    ([1.0, 2.0], float("nan"), "got nan"),
]


@pytest.mark.parametrize("module", [analysis, twin])
@pytest.mark.parametrize(("H", "tol", "message"), NONSENSE)
def test_refuses_nonsense(module, H, tol, message):
    for name in ("inertia", "classify_critical_point", "minimum_ratio"):
        with pytest.raises(ValueError, match=message):
            getattr(module, name)(H, tol)


@pytest.mark.parametrize("module", [analysis, twin])
def test_refuses_an_escape_where_there_is_none(module):
    with pytest.raises(ValueError, match=r"the least eigenvalue is 0\.5"):
        module.escape_direction(np.diag([1.0, 0.5]))
    with pytest.raises(ValueError, match="no way down"):
        module.escape_direction(np.diag([1.0, -0.5]), tol=0.5)
    with pytest.raises(ValueError, match="a direction needs the matrix"):
        module.escape_direction([1.0, -1.0])


def test_a_little_asymmetry_is_rounding():
    H = symmetric([1.0, 2.0, 3.0])
    H[0, 1] += 1e-12
    assert classify_critical_point(H) == "minimum"
    assert classify_critical_point(torch.eye(2, dtype=torch.int64)) == "minimum"
    single = symmetric([1.0, 0.0, 3.0]).float()
    assert inertia(single) == (2, 1, 0)
    assert escape_direction(-single)[1].dtype == torch.float32
