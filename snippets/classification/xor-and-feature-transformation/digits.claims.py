"""What the page says of the codes of the digits."""


def _runs(rows, features, encoder):
    return rows.where(encoder=encoder, features=features)


def eight_learned_features_win(rows):
    """Eight learned features do better in the worst split than eight principal
    components in the median one."""
    learned = _runs(rows, 8, "learned")["low"][0]
    assert learned > _runs(rows, 8, "principal components")["median"][0]


def not_better_than_the_pixels(rows):
    """With 16 learned features the median is within a point of the pixels'."""
    code, pixels = _runs(rows, 16, "learned"), _runs(rows, 64, "none")
    assert abs(code["median"][0] - pixels["median"][0]) < 0.012


def two_features_lose(rows):
    """With two features principal components beat the learned code."""
    learned = _runs(rows, 2, "learned")["median"][0]
    assert _runs(rows, 2, "principal components")["median"][0] > learned + 0.05


def training_matters(rows):
    """An untrained layer is behind both at 4, 8 and 16 features."""
    for n in (4, 8, 16):
        untrained = _runs(rows, n, "untrained")["high"][0]
        for other in ("learned", "principal components"):
            assert _runs(rows, n, other)["low"][0] > untrained
