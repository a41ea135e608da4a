"""Taylor's approximation to second order."""

# --8<-- [start:taylor]
from chainrule.scratch.checks import double


def taylor2(theta, center, value, g, H):
    """Value of the parabola that fits L at center; theta and center (n,).

    value, g (n,) and H (n, n) are the loss, gradient and Hessian there.
    Raises ValueError for shapes that do not fit.
    """
    d = double(theta, "theta") - double(center, "center")
    g, H = double(g, "g"), double(H, "H")
    if d.ndim != 1 or g.shape != d.shape or H.shape != 2 * d.shape:
        shapes = f"d {d.shape}, g {g.shape}, H {H.shape}"
        raise ValueError(f"shapes do not fit: {shapes}")
    return value + d @ g + d @ H @ d / 2  # (19.2)


# --8<-- [end:taylor]
