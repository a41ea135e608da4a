"""What the page says of the points where twenty small networks stop."""


def _times(rows, *found, negative=0):
    own = [rows.where(found=name) for name in found if name in rows["found"]]
    return sum(r["times"][r["negative"] >= negative].sum() for r in own)


def stopped_early(rows):
    """After 1,000 steps at least a quarter have negative eigenvalues."""
    assert _times(rows, "descent", negative=1) >= _times(rows, "descent") / 4


def carried_through(rows):
    """Continued to zero gradient, all are at minima."""
    found = rows.where(found="minimum")
    assert (found["negative"] == 0).all()
    assert found["times"].sum() == _times(rows, "descent")
    assert (found["gradient_high"] == 0).all()


def most_searches_stall(rows):
    """At least half of the searches stop at a gradient that is not zero."""
    assert _times(rows, "crawling", "gradient-flat") >= _times(rows, "descent")


def true_saddles(rows):
    """Where the gradient is zero, the search has found saddles."""
    assert _times(rows, "zero", negative=1) >= 1


def no_gradient_is_gone(rows):
    """After 1,000 steps, no gradient is shorter than 0.0001."""
    assert (rows.where(found="descent")["gradient_low"] > 1e-4).all()
