"""Sharpness of a loss: the largest eigenvalue of its Hessian."""

# --8<-- [start:sharpness]
import torch

from chainrule.analysis.derivatives import hessian_operator


def sharpness(loss, params, tol=1e-3, steps=1000, seed=0):
    """The largest eigenvalue of the Hessian of loss() by params, a float.

    Power iteration (20.9) on Hessian-vector products: no Hessian is
    stored. It finds the eigenvalue λ of largest size; is that negative,
    a second run on H - λ I finds the largest. Stops where |H v - μ v|, a
    bound of the error, is at most tol |λ|; v starts at random, by seed.
    Raises ValueError if tol or steps is not positive and as gradient
    does, RuntimeError if steps are too few, as for a pair λ and -λ.
    """
    if not (tol > 0 and steps > 0):
        raise ValueError(f"invalid tol {tol} or steps {steps}")
    params = list(params)
    product = hessian_operator(loss(), params)
    generator = torch.Generator().manual_seed(seed)
    start = torch.randn(sum(p.numel() for p in params), generator=generator)
    start = start.to(params[0])

    def largest(shift):
        v, found = start / start.norm(), 0.0
        for _ in range(steps):
            new = product(v) - shift * v
            found = (v @ new).item()  # λ = v · H v
            if (new - found * v).norm() <= tol * max(abs(found), abs(shift)):
                return found + shift
            v = new / new.norm()
        raise RuntimeError(f"not found in {steps} steps, now {found + shift}")

    found = largest(0.0)
    return found if found >= 0 else largest(found)


# --8<-- [end:sharpness]
