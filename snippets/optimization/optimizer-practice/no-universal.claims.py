"""What the page says of the valley, straight and turned."""


def adam_wins_along_the_axes(rows):
    """Along the axes Adam is ahead of momentum by four powers of ten."""
    adam = rows.one("loss", valley="straight", optimizer="Adam")
    momentum = rows.one("loss", valley="straight", optimizer="momentum")
    assert adam < 1e-4 * momentum


def adam_loses_its_lead_when_turned(rows):
    """Turned, Adam's median loss is above momentum's, and it rarely wins."""
    adam = rows.where(valley="turned", optimizer="Adam")
    momentum = rows.one("loss", valley="turned", optimizer="momentum")
    assert adam["loss"][0] > momentum
    assert adam["ahead_of_momentum"][0] <= 8  # of 20


def others_do_not_notice(rows):
    """The losses of SGD and momentum are the same in all directions."""
    for name in ("SGD", "momentum"):
        turned = rows.where(valley="turned", optimizer=name)
        straight = rows.one("loss", valley="straight", optimizer=name)
        assert turned["highest"][0] < 1.05 * straight
        assert turned["lowest"][0] > 0.95 * straight
