"""What the page says of the runs that are stuck."""


def _phases(rows):
    step = rows["step"]
    return (step >= 100) & (step <= 600), step == step.max()


def the_loss_gets_nowhere(rows):
    """At the large rate the median loss stays above its value at the end."""
    stuck, end = _phases(rows)
    assert rows["loss"][stuck].min() > 1.02 * rows["loss"][end][0]


def the_slope_stays(rows):
    """Meanwhile the median gradient norm is over half of the first."""
    stuck, _ = _phases(rows)
    assert rows["norm"][stuck].min() > 0.5 * rows["norm"][0]


def a_smaller_rate_frees(rows):
    """After the cut the gradient norm falls below a third of the first."""
    _, end = _phases(rows)
    assert rows["norm"][end][0] < rows["norm"][0] / 3
