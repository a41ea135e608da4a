"""What the page says of it."""


def rows_exist(rows):
    """Placeholder."""
    assert len(rows.rows)
