"""What the page says of grids and random points."""


def as_derived(rows):
    """The means are those of (33.6) and (33.7), within seven percent."""
    for dimensions, side in ((1, 9), (2, 3), (3, 3)):
        n = side**dimensions
        grid, chance = (
            rows.one(key, dimensions=dimensions, matter=1)
            for key in ("grid", "random")
        )
        assert abs(grid * 4 * side - 1) < 0.07
        assert abs(chance * 2 * (n + 1) * (n + 2) / (n + 3) - 1) < 0.07


def where_all_matter_the_grid_is_nearer(rows):
    """With two of two, by more than a fifth."""
    one = rows.one("grid", dimensions=2, matter=2)
    assert one < 0.8 * rows.one("random", dimensions=2, matter=2)
