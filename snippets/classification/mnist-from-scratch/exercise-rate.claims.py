"""What the solution says of settings with one effective rate."""


def one_rate_one_place(rows):
    """With the same effective rate weights end within 6 % of each other, with
    a tenth of it over 40 % away."""
    same, other = rows["away"][:2], rows["away"][2]
    assert same.max() < 0.06
    assert other > 0.4
