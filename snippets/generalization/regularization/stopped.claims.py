"""What the page says of early stopping beside ridge regression."""


def stopping_is_as_good(rows):
    """In the median within 3% of ridge; on no split 12% apart."""
    assert abs(rows.one("median", way="stopped") - 1) < 0.03
    assert rows.one("low", way="stopped") > 0.88
    assert rows.one("high", way="stopped") < 1.12


def without_either_it_overfits(rows):
    """Least squares errs over three times as much, in the median."""
    assert rows.one("median", way="least squares") > 3


def the_rule_is_near(rows):
    """The penalty 1 / (rate * steps): in the median within 8% of ridge."""
    assert abs(rows.one("median", way="same") - 1) < 0.08


def the_product_is_about_one(rows):
    """Steps * rate * the chosen strength, in the median: 0.3 to 1.2."""
    assert 0.3 < rows.one("median", way="step * rate * strength") < 1.2
