"""What the page says of encoders that sort digits."""


def tuned_they_are_alike(rows):
    """The best rate of each kind is between, and brings over nine tenths."""
    best = []
    for norm in ("post", "pre"):
        for warm in {*rows.where(norm=norm)["warm"]}:
            own = rows.where(norm=norm, warm=warm)
            if len(own["rate"]) > 2:  # asked with all rates
                k = own["places"].argmax()
                assert own["places"][k] > 0.9
                assert 0 < k < len(own["rate"]) - 1
                best.append(own["places"][k])
    assert not best or max(best) - min(best) < 0.06


def post_falls_without_warm_up(rows):
    """Rate 0.03: post-norm without warm-up has over a third wrong."""
    assert rows.one("places", norm="post", warm=0, rate=0.03) < 0.65


def warm_up_helps_post(rows):
    """Rate 0.03: with warm-up it has over five points more."""
    without, warmed = (
        rows.one("places", norm="post", warm=warm, rate=0.03)
        for warm in (0, 40)
    )
    assert warmed > without + 0.05


def pre_needs_none(rows):
    """Rate 0.03: pre-norm without warm-up has 25 points more than post."""
    post, pre = (
        rows.one("places", norm=norm, warm=0, rate=0.03)
        for norm in ("post", "pre")
    )
    assert pre > post + 0.25


def beyond_both(rows):
    """Rate 0.1, where it was tried: pre-norm with warm-up, and nothing else."""
    if 0.1 not in rows["rate"]:
        return
    post = rows.where(norm="post", rate=0.1)
    assert post["places"].max() < 0.25
    without, warmed = (
        rows.one("places", norm="pre", warm=warm, rate=0.1) for warm in (0, 40)
    )
    assert warmed > without + 0.3
