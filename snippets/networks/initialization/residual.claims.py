"""What the page says of residual branches."""


def unscaled_grow(rows):
    """After 24 branches the stream is over a thousand times as large."""
    assert rows.one("low", rule="none", branch=24) > 1000


def scaled_stay(rows):
    """Scaled by 1/sqrt(N) it is at most twice as large."""
    assert rows.one("high", rule="1/sqrt(N)", branch=24) < 2


def as_derived(rows):
    """Each median is within 30% of (16.15)."""
    ratio = rows["size"] / rows["derived"]
    assert 0.7 < ratio.min() < ratio.max() < 1.3
