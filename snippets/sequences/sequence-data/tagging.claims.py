"""What the page says of windows of words."""


def the_word_alone(rows):
    """k = 0: the median is within 0.03 of its limit, which is below 0.71."""
    (row,) = rows.where(k="0")
    assert abs(row["accuracy"] - row["limit"]) < 0.03
    assert row["limit"] < 0.71


def neighbours_help(rows):
    """k = 1: the lowest network is 0.15 above the highest of k = 0."""
    (alone,), (three,) = rows.where(k="0"), rows.where(k="1")
    assert three["low"] > alone["high"] + 0.15
    assert abs(three["accuracy"] - three["limit"]) < 0.02


def two_help_a_little_more(rows):
    """k = 2: the median is 0.01 to 0.04 above that of k = 1."""
    (three,), (five,) = rows.where(k="1"), rows.where(k="2")
    assert 0.01 < five["accuracy"] - three["accuracy"] < 0.04


def the_whole_sentence_adds_nothing_here(rows):
    """Who sees all of it is within 0.01 of the limit of k = 2."""
    (five,), (whole,) = rows.where(k="2"), rows.where(k="all")
    assert abs(whole["accuracy"] - five["limit"]) < 0.01
