"""What the page says of stacks of encoder blocks at their start."""


def plain_vanishes(rows):
    """With neither, 24 blocks leave the first less than a millionth."""
    deep = {"arrangement": "plain", "blocks": 24}
    assert rows.one("first_high", **deep) < 1e-6 * rows.one("last_low", **deep)


def residual_alone_explodes(rows):
    """Without a norm the first block's gradient is over ten thousand."""
    assert rows.one("first_low", arrangement="residual", blocks=24) > 1e4


def both_keep_it(rows):
    """With both it stays between 0.02 and 20 in every stack."""
    for arrangement in ("post", "pre"):
        own = rows.where(arrangement=arrangement)
        assert own["first_low"].min() > 0.02
        assert own["first_high"].max() < 20


def tokens_become_one(rows):
    """Without residual connection, four blocks make all vectors equal."""
    for arrangement in ("plain", "norm"):
        for blocks in (4, 8, 16, 24):
            deep = {"arrangement": arrangement, "blocks": blocks}
            assert rows.one("apart", **deep) < 1e-4


def residual_keeps_them_apart(rows):
    """With it and a norm they are apart by over a third of their size."""
    for arrangement in ("post", "pre"):
        assert rows.one("apart", arrangement=arrangement, blocks=4) > 0.4
    assert rows.one("apart", arrangement="pre", blocks=24) > 0.25


def post_brings_them_together(rows):
    """At 24 blocks they are ten times nearer than with pre-norm."""
    post, pre = (
        rows.one("apart", arrangement=arrangement, blocks=24)
        for arrangement in ("post", "pre")
    )
    assert 10 * post < pre


def pre_falls_with_depth(rows):
    """Pre-norm: the last block's gradient falls by a third and more."""
    few, many = (
        rows.one("last", arrangement="pre", blocks=blocks) for blocks in (2, 24)
    )
    assert many < few / 1.5


def post_does_not(rows):
    """Post-norm: it does not fall, and at 24 blocks is twice pre-norm's."""
    few, many = (
        rows.one("last", arrangement="post", blocks=blocks)
        for blocks in (2, 24)
    )
    assert many > 0.9 * few
    assert many > 2 * rows.one("last", arrangement="pre", blocks=24)
