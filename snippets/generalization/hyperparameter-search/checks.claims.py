"""What the page says of faults and the two checks."""

FIRST = (
    "pixels-to-255",
    "large-weights",
    "100-outputs",
    "sum",
    "no-logarithm",
)
SECOND = (
    "softmax-twice",
    "last-relu",
    "first-layer-frozen",
    "weights-frozen",
    "rate-times-100",
    "rate-by-1000",
)
NEITHER = "none", "no-zero-grad", "labels-shuffled"


def a_right_network_passes(rows):
    """Neither check finds a fault where there is none."""
    assert (
        rows.one("first", fault="none") == rows.one("second", fault="none") == 0
    )


def the_first_check_finds(rows):
    """Five faults in every network; those that training shows, in none."""
    for fault in FIRST:
        assert rows.one("first", fault=fault) == rows.one(
            "networks", fault=fault
        )
    for fault in SECOND:
        assert rows.one("first", fault=fault) == 0


def softmax_twice_begins_right(rows):
    """Its loss is ln 10 to two digits, and does not get below 1.4612."""
    assert abs(rows.one("loss", fault="softmax-twice") - 2.303) < 0.01
    assert rows.one("end", fault="softmax-twice") > 1.46


def the_second_check_finds(rows):
    """Six faults, in nine of ten networks or more."""
    for fault in SECOND:
        found, of = (
            rows.one(key, fault=fault) for key in ("second", "networks")
        )
        assert found >= 0.9 * of


def neither_finds(rows):
    """A forgotten zero_grad, and labels of other samples, pass both."""
    for fault in NEITHER:
        assert (
            rows.one("first", fault=fault)
            == rows.one("second", fault=fault)
            == 0
        )
