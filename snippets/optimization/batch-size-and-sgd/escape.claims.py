"""What the page says of runs that leave a poor minimum."""


def a_switch(rows):
    """At rate 0.3 nearly all leave with B = 1 and 2, none with 4 or more."""
    assert rows.one("leave_poor", lr=0.3, batch=1) > 0.98
    assert rows.one("leave_poor", lr=0.3, batch=2) > 0.9
    for size in (4, 5, 20):
        assert rows.one("leave_poor", lr=0.3, batch=size) < 0.01


def the_rate_matters_too(rows):
    """B = 1: nearly all leave at 0.2, and less than a tenth at 0.1."""
    assert rows.one("leave_poor", lr=0.2, batch=1) > 0.9
    assert rows.one("leave_poor", lr=0.1, batch=1) < 0.1


def the_good_minimum_keeps_them(rows):
    """Hardly any run leaves the good minimum."""
    assert (rows["leave_good"] < 0.01).all()
