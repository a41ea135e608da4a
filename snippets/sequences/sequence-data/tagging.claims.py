"""What the page says of windows of words."""


def the_word_alone(rows):
    """k = 0: the median is within 0.03 of its limit, which is below 0.71."""
    limit = rows.one("limit", k=0)
    assert abs(rows.one("accuracy", k=0) - limit) < 0.03
    assert limit < 0.71


def neighbours_help(rows):
    """k = 1: the lowest network is 0.15 above the highest of k = 0."""
    assert rows.one("low", k=1) > rows.one("high", k=0) + 0.15


def near_the_limit(rows):
    """k = 1: the median is within 0.02 of its limit; k = 2: within 0.035."""
    for k, near in ((1, 0.02), (2, 0.035)):
        assert abs(rows.one("accuracy", k=k) - rows.one("limit", k=k)) < near


def two_help_a_little_more(rows):
    """k = 2: the median is 0.01 to 0.04 above that of k = 1."""
    more = rows.one("accuracy", k=2) - rows.one("accuracy", k=1)
    assert 0.01 < more < 0.04


def the_whole_sentence_adds_nothing_here(rows):
    """Who sees all of it is within 0.015 of the limit of k = 2."""
    assert abs(rows.one("accuracy", k="all") - rows.one("limit", k=2)) < 0.015
