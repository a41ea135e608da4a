"""What the solution says of the pocket algorithm."""


def the_pocket_helps(rows):
    """It is over 2 points ahead of the last weights, and spreads less."""
    last, pocket = (
        rows.where(weights=name) for name in ("the last", "in the pocket")
    )
    assert pocket["right"][0] > last["right"][0] + 0.02
    assert pocket["sd"][0] < 0.8 * last["sd"][0]
