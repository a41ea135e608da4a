"""One step of Nesterov's accelerated gradient, with a second point."""


# --8<-- [start:nesterov-look-ahead]
def nesterov_look_ahead(grad, theta, m, lr=1e-3, momentum=0.9):
    """Parameters theta and movement m after one step; both (…).

    Sutskever et al. (2013), equations 3 and 4: grad(w) is asked at a
    point w where no parameters are. m starts at 0.
    """
    ahead = theta + momentum * m
    m = momentum * m - lr * grad(ahead)  # (21.14)
    return theta + m, m  # (21.2)


# --8<-- [end:nesterov-look-ahead]
