"""One step of Nesterov's accelerated gradient (1983)."""


# --8<-- [start:nesterov]
def nesterov(w, g, m, lr=1e-3, momentum=0.9):
    """Look-ahead point w and movement m after g, the gradient at w.

    Sutskever et al. (2013), equations 3 and 4: the parameters are
    theta = w - momentum * m. All are (…), and m starts at 0.
    """
    theta = w - momentum * m  # (21.17)
    m = momentum * m - lr * g  # (21.14)
    theta = theta + m  # (21.2)
    return theta + momentum * m, m  # (21.17)


# --8<-- [end:nesterov]
