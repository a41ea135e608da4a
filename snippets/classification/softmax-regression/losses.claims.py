"""What the page says of squared error behind a softmax."""


def _best(rows, spread, loss):
    runs = rows.where(spread=spread, loss=loss)
    at = runs["mean"].argmax()
    return {name: runs[name][at] for name in ("lr", "mean", "low", "high")}


def both_learn_from_zero(rows):
    """From zero both losses read over 97 % of the digits at their best rate."""
    for loss in ("cross-entropy", "squared error"):
        assert _best(rows, 0, loss)["mean"] > 0.97


def cross_entropy_learns_from_mistakes(rows):
    """From large weights cross-entropy reads over 97 % with every seed."""
    assert _best(rows, 3, "cross-entropy")["low"] > 0.97


def squared_error_does_not(rows):
    """From large weights no run with squared error reaches 85 %."""
    assert (rows.where(spread=3, loss="squared error")["high"] < 0.85).all()


def its_best_rates_are_inside(rows):
    """Squared error has its best rate inside the grid, from both starts."""
    for spread in (0, 3):
        assert 1 < _best(rows, spread, "squared error")["lr"] < 100
