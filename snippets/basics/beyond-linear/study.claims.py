"""What the page says of width, depth and sigmoids on the synthetic channel."""

from itertools import pairwise

RELU = {"activation": "relu"}
NOISE = 0.25  # of daily_views


def a_hundred_beat_the_line(rows):
    """On unseen days a hundred ReLUs are at least 3 % better than the line."""
    line = rows.one("unseen", activation="none")
    assert rows.one("unseen", layers=1, units=100, **RELU) < 0.97 * line


def ten_hardly_do(rows):
    """On unseen days ten ReLUs are within 5 % of the line."""
    line = rows.one("unseen", activation="none")
    ten = rows.one("unseen", layers=1, units=10, **RELU)
    assert 0.95 * line < ten < 1.05 * line


def a_thousand_learn_by_heart(rows):
    """A thousand ReLUs have a training error below half the noise."""
    assert rows.one("seen", layers=1, units=1000, **RELU) < 0.5 * NOISE


def a_thousand_gain_nothing(rows):
    """On unseen days a thousand are no more than 3 % better than a hundred."""
    hundred, thousand = (
        rows.one("unseen", layers=1, units=units, **RELU)
        for units in (100, 1000)
    )
    assert thousand > 0.97 * hundred


def depth_fits_the_training_set(rows):
    """Each further layer lowers the training error; four halve it."""
    seen = [rows.one("seen", layers=n, units=100, **RELU) for n in (1, 2, 3, 4)]
    assert all(b < 0.98 * a for a, b in pairwise(seen))
    assert seen[-1] < 0.5 * seen[0]


def depth_hurts_on_unseen_days(rows):
    """Three and four layers do worse than one in most of the series."""
    for layers in (3, 4):
        assert rows.one("unseen_above", layers=layers, units=100, **RELU) > 0.6


def four_layers_are_as_good_as_the_line(rows):
    """On unseen days four layers are within 10 % of the line."""
    line = rows.one("unseen", activation="none")
    four = rows.one("unseen", layers=4, units=100, **RELU)
    assert 0.9 * line < four < 1.1 * line


def a_thousand_sigmoids_are_not_found(rows):
    """A thousand sigmoids fit the training set worse than a hundred."""
    thousand = rows.where(activation="sigmoid", units=1000)
    hundred = rows.where(activation="sigmoid", units=100)
    assert thousand["seen"] > 1.01 * hundred["seen"]
    assert thousand["seen_above"] > 0.6
