"""What the page says of starts and of what can be learned from them."""


def _median(rows, layers, optimizer, start):
    return rows.one("accuracy", layers=layers, optimizer=optimizer, start=start)


def three_layers_forgive(rows):
    """With 3 layers torch's own, Xavier and He end within three points."""
    for optimizer in ("SGD", "Adam"):
        ends = [
            _median(rows, 3, optimizer, start)
            for start in ("torch", "Xavier", "He")
        ]
        assert min(ends) > 0.9
        assert max(ends) - min(ends) < 0.03


def small_is_lost(rows):
    """With 10 layers no network that starts at 0.01 reads a quarter."""
    own = rows.where(layers=10, start="0.01")
    assert own["high"].max() < 0.25


def he_learns_with_sgd(rows):
    """10 layers, SGD: each of He's beats each of Xavier's and torch's own."""
    own = rows.where(layers=10, optimizer="SGD")
    assert own.one("accuracy", start="He") > 0.85
    for start in ("Xavier", "torch"):
        assert own.one("low", start="He") > own.one("high", start=start)


def torchs_own_fails_with_sgd(rows):
    """10 layers, SGD: from torch's own start none reads a third."""
    assert rows.one("high", layers=10, optimizer="SGD", start="torch") < 1 / 3


def adam_closes_the_gap(rows):
    """10 layers, Adam: Xavier and He end over 0.85 and within 0.06."""
    xavier, he = (_median(rows, 10, "Adam", s) for s in ("Xavier", "He"))
    assert min(xavier, he) > 0.85
    assert abs(xavier - he) < 0.06


def adam_does_not_do_everything(rows):
    """10 layers, Adam: torch's own start ends lower by over three points."""
    own = _median(rows, 10, "Adam", "torch")
    assert own < _median(rows, 10, "Adam", "Xavier") - 0.03


def best_rates_are_inside(rows):
    """But for 0.01: where a start learns, its best rate is inside the grid."""
    learned = (rows["accuracy"] > 0.4) & (rows["start"] != "0.01")
    assert (rows["edge"][learned] == 0).all()
