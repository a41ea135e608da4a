"""One step of SGDW (Loshchilov and Hutter, 2019)."""


# --8<-- [start:sgdw]
def sgdw(w, g, m, lr=1e-3, momentum=0.9, weight_decay=1e-2):
    """Weights w and movement m after the gradient g; all (…).

    Loshchilov and Hutter (2019), arXiv:1711.05101, Algorithm 1, whose
    schedule multiplier and alpha are one factor here: lr. Its m is -m,
    which starts at 0.
    """
    m = momentum * m - lr * g  # (25.5)
    return w + m - lr * weight_decay * w, m  # (25.6)


# --8<-- [end:sgdw]
