"""What the page says of the switch of SWATS."""


def never_with_the_papers_eps(rows):
    """With the paper's eps of 1e-9 no run switches."""
    assert rows.one("switched", lr=1e-3, eps=1e-9) == 0


def a_draw(rows):
    """With 1e-4 most runs switch, the last far later than the first."""
    row = rows.where(lr=1e-3, eps=1e-4)
    assert row["switched"][0] >= 3
    assert row["last"][0] > 2 * row["first"][0]


def too_early(rows):
    """With 1e-2 all switch at step 2 or 3; it costs over two points."""
    row = rows.where(lr=1e-3, eps=1e-2)
    assert row["switched"][0] == 6
    assert row["last"][0] <= 3
    assert row["accuracy"][0] < rows.one("accuracy", lr=1e-3, eps=1e-9) - 0.02


def late_is_harmless(rows):
    """With 1e-4 the median accuracy is within four points of never."""
    late = rows.one("accuracy", lr=1e-3, eps=1e-4)
    assert abs(late - rows.one("accuracy", lr=1e-3, eps=1e-9)) < 0.04


def odds_depend_on_the_rate(rows):
    """At ten times the rate fewer runs switch with 1e-4, at most two of six."""
    fast = rows.one("switched", lr=1e-2, eps=1e-4)
    assert fast <= 2
    assert fast < rows.one("switched", lr=1e-3, eps=1e-4)
