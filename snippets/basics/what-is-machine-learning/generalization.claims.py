"""What the page says of the gap between seen and unseen days."""


def the_largest_overfits(rows):
    """After 100 days the model of 56 is behind that of 7 nearly always."""
    assert rows.one("behind_7", days=100, back=56) >= 17


def a_middle_one_is_best(rows):
    """After 100 days the best model is nearly always that of 7 or of 28."""
    best = rows.where(days=100)["best"]
    assert best[1] + best[2] >= 18


def more_data_turn_it_round(rows):
    """After 1,000 days the model of 56 is ahead of that of 7 nearly always."""
    assert rows.one("behind_7", days=1000, back=56) <= 3


def the_gap_closes(rows):
    """The gap of the model of 56 days shrinks to a fifth, or less."""
    few, many = (rows.where(days=n, back=56) for n in (100, 1000))
    gaps = [rows["unseen"][0] - rows["training"][0] for rows in (few, many)]
    assert gaps[1] < 0.2 * gaps[0]
