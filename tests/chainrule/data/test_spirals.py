import numpy as np
import pytest

from chainrule.data import two_spirals


def test_points_lie_on_their_arm(agree):
    """Without noise the angle is that of the radius, half a turn on for arm 1."""
    X, t = two_spirals(500, turns=2, noise=0, rng=0)
    radius = np.hypot(*X.T)
    assert 0 < radius.min() < 0.5
    assert 1.9 < radius.max() <= 2
    angle = 2 * np.pi * radius + np.pi * t
    unit = np.column_stack([np.cos(angle), np.sin(angle)])
    against = "the spiral of its angle"
    agree(
        "structure-search",
        X,
        radius[:, None] * unit,
        1e-12,
        atol=1e-12,
        against=against,
    )
    assert {*t} == {0, 1}


def test_noise_moves_them_and_the_seed_repeats_them():
    still, moved = (two_spirals(2000, noise=noise, rng=3)[0] for noise in (0, 0.05))
    assert (moved - still).std() == pytest.approx(0.05, rel=0.05)
    again = two_spirals(2000, noise=0.05, rng=np.random.default_rng(3))[0]
    assert np.array_equal(moved, again)


INF, NAN = float("inf"), float("nan")
WRONG = {"samples": [0, -3], "turns": [0, INF, NAN], "noise": [-1, INF, NAN]}


@pytest.mark.parametrize("wrong", [{n: x} for n, xs in WRONG.items() for x in xs])
def test_refuses_what_is_no_spiral(wrong):
    with pytest.raises(ValueError, match="no spirals of"):
        two_spirals(**({"samples": 5} | wrong))
