"""What the page says of the two forms of decay."""

RATES = (0.01, 0.03, 0.1)


def _lost(rows, form, lr, decay):
    """Accuracy without decay less that with it."""
    none = rows.one("accuracy", form="none", lr=lr)
    return none - rows.one("accuracy", form=form, lr=lr, decay=decay)


def little_to_gain(rows):
    """No decay of either form gains three points over none at the same rate."""
    for form, decays in (("L2", (1e-3, 1e-2, 0.1)), ("AdamW", (0.1, 1, 3))):
        for decay in decays:
            for lr in RATES:
                assert _lost(rows, form, lr, decay) > -0.03


def another_scale(rows):
    """At 0.1, L2 costs over five points at each rate, AdamW under three."""
    for lr in RATES:
        assert _lost(rows, "L2", lr, 0.1) > 0.05
        assert _lost(rows, "AdamW", lr, 0.1) < 0.03


def grows_with_the_rate(rows):
    """AdamW with decay 3 ends over four points lower at the largest rate."""
    slow = rows.one("accuracy", form="AdamW", lr=0.01, decay=3)
    fast = rows.one("accuracy", form="AdamW", lr=0.1, decay=3)
    assert fast < slow - 0.04
