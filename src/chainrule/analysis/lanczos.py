"""The ends of a spectrum from products H v alone (Lanczos, 1950)."""

# --8<-- [start:lanczos]
import torch


def extreme_eigenpairs(product, start, steps):
    """Smallest and largest eigenvalue, nearly: values (2,), unit vectors
    (2, n) and residuals (2,).

    product(v) is H v of a symmetric H, start a vector (n,) that is not
    zero; it costs min(steps, n) + 2 products. Every value is a mean
    curvature vᵀHv, so the smallest is never too small and the largest
    never too large: a negative one proves that H has a negative
    eigenvalue, a positive one proves nothing. Within its residual
    |Hv - λv| of each value lies an eigenvalue.
    Raises ValueError for a start that is zero or not (n,), for steps
    below 1 and for a product that is not finite.
    """
    if start.ndim != 1 or not start.isfinite().all() or not start.any():
        raise ValueError("start must be a finite vector that is not zero")
    if steps < 1:
        raise ValueError(f"steps must be at least 1, got {steps}")
    basis = (start / start.norm())[None]
    diagonal, beside = [], []
    for _ in range(min(steps, len(start))):
        w = product(basis[-1])
        if not w.isfinite().all():
            raise ValueError("the product is not finite")
        size = w.norm()
        diagonal.append(basis[-1] @ w)
        for _ in range(2):  # once is not enough: rounding brings them back
            w = w - basis.T @ (basis @ w)
        beside.append(w.norm())
        if beside[-1] <= 10 * torch.finfo(w.dtype).eps * size:
            break  # the basis holds all that start can reach
        basis = torch.cat([basis, (w / w.norm())[None]])
    n = len(diagonal)
    T = torch.diag(torch.stack(diagonal))
    i = torch.arange(n - 1)
    T[i, i + 1] = T[i + 1, i] = torch.stack(beside)[: n - 1]
    values, S = torch.linalg.eigh(T)
    ends = [0, n - 1]
    vectors = S[:, ends].T @ basis[:n]
    values = values[ends]
    products = torch.stack([product(v) for v in vectors])
    errors = products - values[:, None] * vectors
    return values, vectors, errors.norm(dim=1)


# --8<-- [end:lanczos]
