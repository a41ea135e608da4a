"""One step of Nesterov's accelerated gradient at the look-ahead point."""


# --8<-- [start:nesterov-no-copy]
def nesterov_no_copy(w, g, m, lr=1e-3, momentum=0.9, next_momentum=0.9):
    """Look-ahead point w and movement m after g, the gradient at w.

    next_momentum is the coefficient of the step after this one: with it,
    and in exact arithmetic, w is the point of nesterov_look_ahead
    whatever lr and momentum do. All are (…), and m starts at 0.
    """
    m = momentum * m - lr * g
    return w + next_momentum * m - lr * g, m  # (21.19)


# --8<-- [end:nesterov-no-copy]
