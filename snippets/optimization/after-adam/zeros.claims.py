"""What the page says of the gradients that are zero."""


def _zeros(rows, lr, start, step):
    return rows.one("zeros", lr=lr, start=start, step=step)


def warm_up_keeps_them_alive(rows):
    """At rate 0.03 zeros nearly double; with warm-up they do not move."""
    first = _zeros(rows, 0.03, "full", 1)
    assert _zeros(rows, 0.03, "full", 10) > 1.8 * first
    assert abs(_zeros(rows, 0.03, "ramp", 10) - first) < 0.1


def a_matter_of_the_rate(rows):
    """At 0.003 the zeros hardly grow; at 0.01 they do, at 0.03 far more."""
    first = _zeros(rows, 0.003, "full", 1)
    last = [_zeros(rows, lr, "full", 10) for lr in (0.003, 0.01, 0.03)]
    assert last[0] < first + 0.1
    assert last[0] < last[1] < last[2] - 0.15
