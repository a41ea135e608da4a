"""What the page says of the cascade in PyTorch."""


def learns_xor(rows):
    """After 1000 steps all four points are right."""
    assert rows.one("right", step=1000) == 4
