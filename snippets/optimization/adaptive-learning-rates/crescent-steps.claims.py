"""What the page says of the steps through the crescent."""


def adagrad_arrives(rows):
    """At its best rate Adagrad arrives from every start."""
    assert rows.one("high", rule="Adagrad") < 1500


def adagrad_needs_a_large_rate(rows):
    """Adagrad's best rate is at least five times that of RMSProp."""
    adagrad, rmsprop = (rows.one("lr", rule=r) for r in ("Adagrad", "RMSProp"))
    assert adagrad >= 5 * rmsprop


def rmsprop_is_reliable(rows):
    """RMSProp's slowest takes under three quarters of the others' slowest."""
    rmsprop = rows.one("high", rule="RMSProp")
    others = [rows.one("high", rule=r) for r in ("Adagrad", "RMS of all")]
    assert rmsprop < 0.75 * min(others)
