"""What the page says of the pieces of networks."""


def shallow_ones_have_about_as_many_as_units(rows):
    """Up to four layers random networks have 16 to 28 pieces in the median."""
    shallow = rows["depth"] <= 4
    assert ((rows["random"] > 16) & (rows["random"] < 28))[shallow].all()


def narrow_ones_have_fewer(rows):
    """With eight layers of three units the median is under half the units."""
    deep = rows.where(depth=8)
    assert deep["random"] < 0.5 * deep["random_units"]


def far_below_the_bound(rows):
    """From three layers on the most are fewer than a tenth of the bound."""
    deep = rows["depth"] >= 3
    assert (rows["high"] < 0.1 * rows["bound"])[deep].all()
