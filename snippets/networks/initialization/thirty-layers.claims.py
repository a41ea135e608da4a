"""What the page says of thirty layers of ReLU."""


def two_keeps(rows):
    """2/n: in each network both stay within a factor 6 in all layers."""
    own = rows.where(rule="2/n")
    for way in ("out", "back"):
        assert own[f"{way}_low"].min() > 1 / 6
        assert own[f"{way}_high"].max() < 6


def others_do_not(rows):
    """After 30 layers 1/n is below 1e-3, 4/n above 1e3, 0.01 below 1e-25."""
    last = rows.where(layer=30)
    assert last.one("out_high", rule="1/n") < 1e-3
    assert last.one("out_low", rule="4/n") > 1e3
    assert last.one("out_high", rule="0.01") < 1e-25


def both_ways(rows):
    """Delta of the first layer does as the outputs of the last."""
    first = rows.where(layer=1)
    assert first.one("back_high", rule="1/n") < 1e-3
    assert first.one("back_low", rule="4/n") > 1e3
    assert first.one("back_high", rule="0.01") < 1e-25


def as_derived(rows):
    """Each median is within a factor 3 of (16.11)."""
    for way in ("out", "back"):
        ratio = rows[way] / rows[f"{way}_by"]
        assert 1 / 3 < ratio.min() < ratio.max() < 3
