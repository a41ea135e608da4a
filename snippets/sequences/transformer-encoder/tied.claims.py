"""What the page says of the first loss of a Transformer."""

import math


def starts_as_expected(rows):
    """Small entries, times the root of d: within 0.35 of ln V + 1/2."""
    own = {"start": "small", "factor": "sqrt(d)"}
    expected = math.log(1000) + 0.5
    for key in ("low", "high"):
        assert abs(rows.one(key, **own) - expected) < 0.35


def large_is_sure_and_wrong(rows):
    """Entries of size 1: each starts with more than three times that."""
    assert rows.one("low", start="large") > 3 * math.log(1000)


def positions_drown_it(rows):
    """Small entries without the factor: a fifth of the positions' size."""
    small = {"start": "small"}
    assert rows.one("embedding", factor="1", **small) < 0.25
    assert rows.one("embedding", factor="sqrt(d)", **small) > 1.3


def repeats_what_it_reads(rows):
    """The token just read scores over two, where others are about zero."""
    assert rows.one("read", start="small", factor="sqrt(d)") > 2
