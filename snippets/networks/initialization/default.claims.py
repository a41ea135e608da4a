"""What the page says of thirty layers as torch starts them."""


def looks_alive(rows):
    """From layer 10 on the outputs stay between 0.02 and 0.05."""
    late = rows.where()["output"][9:]
    assert 0.02 < late.min() < late.max() < 0.05


def samples_become_one(rows):
    """After 30 layers under 1e-11 of the input's scale tells samples apart."""
    assert rows.one("differs", layer=30) < 1e-11


def factor_per_layer(rows):
    """From layer 5 to 30 that falls by the root of 1/6 a layer, within 10%."""
    there, end = (rows.one("differs", layer=layer) for layer in (5, 30))
    factor = (end / there) ** (1 / 25)
    assert abs(factor / (1 / 6) ** 0.5 - 1) < 0.1


def three_layers_are_harmless(rows):
    """After three layers over half of the outputs' scale differs."""
    layer = rows.where(layer=3)
    assert layer["differs"][0] > 0.5 * layer["output"][0]
