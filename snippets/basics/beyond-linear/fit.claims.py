"""What the page says of gradient descent for sums of units."""


def ten_units_reach_the_curve(rows):
    """With ten units every start ends within 1.3 times the curve's loss."""
    curve = rows.one("loss", model="the curve")
    assert (rows.where(units=10)["high"] < 1.3 * curve).all()


def three_units_may_fail(rows):
    """With three units the worst start has 0.9 times the loss of the line."""
    line = rows.one("loss", model="best line")
    assert rows.where(units=3)["high"].max() > 0.9 * line


def three_units_can_do_it(rows):
    """With three units the best start is within 1.3 times the curve's loss."""
    curve = rows.one("loss", model="the curve")
    assert (rows.where(units=3)["low"] < 1.3 * curve).all()
