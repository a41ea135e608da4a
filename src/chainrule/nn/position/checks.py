"""What positions refuse."""


def check_places(length, offset, most):
    """ValueError unless positions offset to offset + length - 1 are there."""
    if offset < 0:
        raise ValueError(f"offset must not be negative, got {offset}")
    if offset + length > most:
        last = offset + length - 1
        raise ValueError(f"position {last} is beyond max_len={most}")
