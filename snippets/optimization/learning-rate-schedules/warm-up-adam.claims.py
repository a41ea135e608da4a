"""What the page says of Adam with and without warm-up."""


def the_first_step_is_the_longest(rows):
    """Twelve layers, no warm-up: step 1 is over three times step 100."""
    first, last = (
        rows.one(step, depth=12, lr=0.003, warm_up=1) for step in ("s1", "s100")
    )
    assert first > 3 * last


def not_needed_when_shallow(rows):
    """One hidden layer: at no rate is warm-up ahead by 0.02 in its median."""
    for lr in (0.001, 0.003, 0.01, 0.03):
        plain, warm = (
            rows.one("accuracy", depth=1, lr=lr, warm_up=steps)
            for steps in (1, 60)
        )
        assert warm < plain + 0.02


def decides_little_at_the_best_rate(rows):
    """Twelve layers, rate 0.003: medians with and without are within 0.05."""
    plain, warm = (
        rows.one("accuracy", depth=12, lr=0.003, warm_up=steps)
        for steps in (1, 60)
    )
    assert abs(warm - plain) < 0.05
