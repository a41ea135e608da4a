"""What the page says of one epoch over twenty samples."""


def single_samples_are_nearly_there(rows):
    """After one epoch B = 1 has a fifth or less of the full batch's loss."""
    assert rows.one("loss", batch=1) < 0.2 * rows.one("loss", batch=20)
