"""What the page says of ridge and lasso on 60 features."""


def _ratio(rows, few):
    return rows.one("lasso", few=few) / rows.one("ridge", few=few)


def lasso_where_few_matter(rows):
    """One, three or ten of 60: less than half of ridge's loss."""
    for few in (1, 3, 10):
        assert _ratio(rows, few) < 0.5


def ridge_where_all_do(rows):
    """All 60: the lasso's is a tenth larger, or more."""
    assert _ratio(rows, 60) > 1.1


def the_lasso_keeps_too_many(rows):
    """Of one true weight it keeps several, in the median; of 60, not 50."""
    assert rows.one("kept", few=1) >= 2
    assert rows.one("kept", few=60) < 50
