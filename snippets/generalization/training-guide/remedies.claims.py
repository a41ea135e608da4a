"""What the page says of remedies against overfitting."""


def _of(rows, column, samples=100, noise=192, width=64):
    return rows.one(column, samples=samples, noise=noise, width=width)


def learned_by_heart(rows):
    """Training loss under 0.01, and over a third of the digits are misread."""
    assert _of(rows, "train") < 0.01
    assert _of(rows, "error") > 0.35


def more_data_help(rows):
    """Ten times the samples: under two thirds of the errors."""
    ten_times = _of(rows, "high", samples=1000)
    assert ten_times < _of(rows, "low") * 0.8
    assert _of(rows, "error", samples=1000) < _of(rows, "error") * 2 / 3


def fewer_features_help_more(rows):
    """Without the noise, under a third of the errors, with 100 samples."""
    assert _of(rows, "error", noise=0) < _of(rows, "error") / 3
    assert _of(rows, "high", noise=0) < _of(rows, "low", samples=1000)


def fewer_units_do_not(rows):
    """Four units: more errors than 64 in every run; 256: within 0.06."""
    assert _of(rows, "low", width=4) > _of(rows, "high")
    assert abs(_of(rows, "error", width=256) - _of(rows, "error")) < 0.06


def one_unit_is_biased(rows):
    """One unit: a training loss over 1, after the same training."""
    assert _of(rows, "train", width=1) > 1
