"""What the page says of windows, of a dense layer and of attention."""


def windows_stay_below_their_bound(rows):
    """The median of the windows is below 0.62, what any can reach."""
    assert rows.one("accuracy", network="window") < 0.62


def all_at_once_asks_the_majority(rows):
    """Dense on the whole sequence: the median is within 0.03 of 0.637,
    what the majority of eight labels is right in.
    """
    assert abs(rows.one("accuracy", network="all") - 0.637) < 0.03


def attention_looks_it_up(rows):
    """Attention: each network is right in over 97% of the cases."""
    assert rows.one("low", network="attention") > 0.97


def at_twice_the_length_too(rows):
    """And in over 95% at twice the length of training."""
    assert rows.one("least", network="attention") > 0.95


def with_far_fewer_numbers(rows):
    """It has under a ninth of the window's numbers."""
    own = rows.one("numbers", network="attention")
    assert own < rows.one("numbers", network="window") / 9
