"""What the page says of folds that were prepared wrongly."""


def _mean(rows, what, how):
    return rows.one("accuracy", what=what, how=how)


def features_leak(rows):
    """Chosen before: over 0.7; chosen inside the folds: about a half."""
    assert _mean(rows, "features", "before") > 0.7
    assert 0.4 < _mean(rows, "features", "inside") < 0.6


def copies_leak(rows):
    """Copies torn apart: over 0.8; kept together: about a half."""
    assert _mean(rows, "copies", "torn") > 0.8
    assert 0.4 < _mean(rows, "copies", "whole") < 0.6


def scales_hardly_leak(rows):
    """Means and deviations of all rows change the mean by less than 0.05."""
    before, inside = (_mean(rows, "scale", how) for how in ("before", "inside"))
    assert abs(before - inside) < 0.05
