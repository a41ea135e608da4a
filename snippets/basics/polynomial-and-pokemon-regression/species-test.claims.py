"""What the page says of four function sets on synthetic Pokémon."""

NOISE = 15  # of evolutions


def the_species_come_close_to_the_noise(rows):
    """With species the mean test error is below 1.4 times the noise."""
    assert NOISE < rows.one("test", functions="species") < 1.4 * NOISE


def no_degree_gets_near(rows):
    """Each polynomial's mean test error is ten times that of the species."""
    species = rows.one("test", functions="species")
    for name in ("line", "parabola", "degree 5"):
        assert rows.one("test", functions=name) > 10 * species


def the_flexible_curve_is_worst(rows):
    """Degree 5 fits better than the line, and predicts worse by a twentieth."""
    line, five = (rows.where(functions=name) for name in ("line", "degree 5"))
    assert five["training"] < line["training"]
    assert five["test"] > 1.05 * line["test"]
