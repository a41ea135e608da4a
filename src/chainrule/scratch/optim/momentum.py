"""One step of gradient descent with momentum (Polyak, 1964)."""


# --8<-- [start:momentum]
def momentum(w, g, m, lr=1e-3, momentum=0.9):
    """Weights w and movement m after the gradient g; all (…).

    Sutskever et al. (2013), equations 1 and 2. m starts at 0.
    """
    m = momentum * m - lr * g  # (21.1)
    return w + m, m  # (21.2)


# --8<-- [end:momentum]
