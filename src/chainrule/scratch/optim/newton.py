"""Newton's method with steps that cannot overshoot."""

# --8<-- [start:newton]
import numpy as np


def newton_step(grad, hessian):
    """The step s with hessian @ s = -grad; of several a short one.

    grad (p,), hessian (p, p). The rows are first brought to one size,
    so that the units of the parameters do not matter.
    """
    size = np.sqrt(np.diag(hessian))
    size = np.where(size > 0, size, 1)
    scaled = hessian / size / size[:, None]
    return np.linalg.lstsq(scaled, -grad / size, rcond=None)[0] / size


def newton(loss, grad, hessian, theta, tol=1e-10, steps=100, size=1.0):
    """Every point that Newton's method visits on a convex loss.

    loss, grad and hessian are functions of theta (p,). A step that
    lowers the loss by less than 1/10,000 of what the slope promises is
    halved until it does (Armijo, 1966). Ends where no slope is over
    tol times size, a number or one for each (p,). Returns an array
    (points, p), start first. Raises ValueError if tol is not
    positive, if steps are not enough, if none helps.
    """
    if not tol > 0:
        raise ValueError(f"tol must be positive, got {tol}")
    path = [np.asarray(theta, dtype=float)]
    for _ in range(steps + 1):
        here, g = path[-1], grad(path[-1])
        if np.max(np.abs(g) / size) <= tol:
            return np.array(path)
        step = newton_step(g, hessian(here))  # (8.11)
        path.append(here + halved(loss, here, step, g @ step) * step)
    slope = np.max(np.abs(g) / size)
    raise ValueError(f"slope {slope:.1e} > {tol} after {steps} steps")


def halved(loss, here, step, slope):
    """The first of 1, 1/2, 1/4, … with which the step lowers the loss."""
    now = loss(here)
    rounding = 8 * np.finfo(float).eps * max(1, abs(now))
    for share in 0.5 ** np.arange(50):
        if loss(here + share * step) <= now + 1e-4 * share * slope + rounding:
            return share
    raise ValueError(f"no part of the step lowers the loss {now}")


# --8<-- [end:newton]
