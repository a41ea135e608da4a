"""What the page says of lines fitted with one wild target."""


def a_slip_costs_squares_most_of_the_weight(rows):
    """With one slip least squares keeps less than half of the weight 2."""
    assert rows.one("slip", loss="MSE") < 1


def the_others_lose_almost_nothing(rows):
    """With one slip the other losses stay within a tenth of the weight 2."""
    for loss in ("MAE", "Huber"):
        assert 1.8 < rows.one("slip", loss=loss) < 2.2


def on_clean_data_huber_costs_little(rows):
    """On clean data MAE scatters at most 80 % more, Huber 20 %."""
    squares = rows.one("clean_std", loss="MSE")
    assert rows.one("clean_std", loss="MAE") < 1.8 * squares
    assert rows.one("clean_std", loss="Huber") < 1.2 * squares
