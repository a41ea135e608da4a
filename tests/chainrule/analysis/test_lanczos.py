import numpy as np
import pytest
import torch
from scipy.sparse.linalg import LinearOperator, eigsh

from chainrule.analysis import (
    extreme_eigenpairs,
    hessian,
    hessian_vector_product,
)


def matrix(n=60, seed=0):
    generator = torch.Generator().manual_seed(seed)
    A = torch.randn(n, n, generator=generator, dtype=torch.float64)
    return A + A.T


def start(n, seed=1):
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(n, generator=generator, dtype=torch.float64)


@pytest.mark.parametrize("seed", range(5))
def test_is_the_full_decomposition(agree, seed):
    H = matrix(seed=seed)
    values, vectors, residuals = extreme_eigenpairs(H.mv, start(60), 60)
    oracle = torch.linalg.eigvalsh(H)[[0, -1]]
    agree("minimum-ratio", values, oracle, 1e-13, against="torch.linalg.eigvalsh")
    errors = (vectors @ H - values[:, None] * vectors).norm(dim=1)
    # They are rounding errors of numbers of size 20.
    agree("minimum-ratio", residuals, errors, 0, atol=1e-14, against="|Hv - λv|")
    gram = vectors @ vectors.T
    agree("minimum-ratio", gram, np.eye(2), 1e-12, against="orthonormal vectors")


def test_is_arpack(agree, network):
    loss, parameters = network(2)
    H = hessian(loss(*parameters), parameters)

    def product(v):
        return hessian_vector_product(loss(*parameters), parameters, v)

    values, _, _ = extreme_eigenpairs(product, start(9), 9)
    operator = LinearOperator(
        (9, 9), matvec=lambda v: product(torch.tensor(v)).numpy(), dtype=np.float64
    )
    oracle = np.sort(eigsh(operator, k=2, which="BE", return_eigenvectors=False))
    against = "scipy.sparse.linalg.eigsh"
    agree("minimum-ratio", values, oracle, 1e-10, against=against)
    agree("minimum-ratio", values, np.linalg.eigvalsh(H)[[0, -1]], 1e-12, against="all")


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("steps", [1, 2, 5, 20])
def test_never_claims_too_much(seed, steps):
    """Inside the spectrum, and an eigenvalue lies within each residual."""
    H = matrix(seed=seed)
    values, vectors, residuals = extreme_eigenpairs(H.mv, start(60, seed), steps)
    all_of_them = torch.linalg.eigvalsh(H)
    assert all_of_them[0] - 1e-12 <= values[0] <= values[1] <= all_of_them[-1] + 1e-12
    for value, residual in zip(values, residuals, strict=True):
        assert (all_of_them - value).abs().min() <= residual + 1e-12
    mean = torch.einsum("ki,ij,kj->k", vectors, H, vectors)
    assert torch.allclose(mean, values, rtol=0, atol=1e-11)


def test_a_positive_end_proves_nothing():
    """One negative eigenvalue among many; the start hardly sees it."""
    H = torch.diag(torch.linspace(1, 2, 50, dtype=torch.float64))
    H[0, 0] = -1e-3
    v = torch.ones(50, dtype=torch.float64)
    v[0] = 0
    values, _, residuals = extreme_eigenpairs(H.mv, v, 50)
    assert values[0] > 0  # it never leaves what the start spans
    assert residuals.max() < 1e-10


def test_stops_when_the_basis_is_complete():
    H = torch.diag(torch.tensor([3.0, 3.0, 3.0, -1.0], dtype=torch.float64))
    calls = []

    def product(v):
        calls.append(v)
        return H @ v

    values, _, residuals = extreme_eigenpairs(product, start(4), 100)
    assert values.tolist() == pytest.approx([-1, 3])
    assert residuals.max() < 1e-14
    assert len(calls) == 4  # two different eigenvalues, two ends to check
    zero = extreme_eigenpairs(lambda v: 0 * v, start(4), 100)
    assert zero[0].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("product", "v", "steps", "message"),
    [
        (lambda v: v, torch.zeros(3), 2, "a finite vector that is not zero"),
        (lambda v: v, torch.ones(2, 2), 2, "a finite vector"),
        (lambda v: v, torch.tensor([1.0, torch.nan]), 2, "a finite vector"),
        (lambda v: v, torch.ones(3), 0, "at least 1, got 0"),
        (lambda v: v * torch.nan, torch.ones(3), 2, "product is not finite"),
    ],
)
def test_refuses_nonsense(product, v, steps, message):
    with pytest.raises(ValueError, match=message):
        extreme_eigenpairs(product, v, steps)
