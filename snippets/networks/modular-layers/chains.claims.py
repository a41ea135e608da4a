"""What the page says of the three chains."""


def _right(rows, task, lr):
    """Right answers by chain."""
    found = {}
    for chain in ("linear", "relu", "maxout"):
        found[chain] = rows.one("right", task=task, chain=chain, lr=lr)
    return found


def relu_tells_even_from_odd(rows):
    """At either rate ReLU is over 2 points above linear."""
    for lr in (0.1, 0.3):
        right = _right(rows, "even", lr)
        assert right["relu"] > right["linear"] + 0.02


def so_does_maxout(rows):
    """At rate 0.3 maxout is over 2 points above linear."""
    right = _right(rows, "even", 0.3)
    assert right["maxout"] > right["linear"] + 0.02


def ten_digits_hardly_need_it(rows):
    """At either rate the three are within 2 points on the ten digits."""
    for lr in (0.1, 0.3):
        right = _right(rows, "which", lr).values()
        assert max(right) - min(right) < 0.02
