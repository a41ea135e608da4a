"""What the page says of nested folds on labels thrown with a coin."""


def the_same_folds_flatter(rows):
    """The best of thirty scores over 0.6, in each set over a half."""
    assert rows.one("accuracy", folds="same") > 0.6
    assert rows.one("low", folds="same") > 0.5


def nested_folds_do_not(rows):
    """The outer folds say about a half."""
    assert 0.42 < rows.one("accuracy", folds="nested") < 0.58
