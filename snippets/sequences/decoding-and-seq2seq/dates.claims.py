"""What the page says of the Transformer that reads dates, at any size."""


def loss_falls(rows):
    """The loss of the last epoch is below 0.9 of the first one's."""
    loss = rows.where(what="loss")["value"]
    assert loss[-1] < 0.9 * loss[0]


def a_beam_changes_little(rows):
    """By notation a beam of four is within 0.1 of greedy decoding."""
    ways = [rows.where(what=search)["value"] for search in ("greedy", "beam")]
    assert abs(ways[0] - ways[1]).max() < 0.1
