"""What the page says of decay, dropout and stopping on wrong labels."""


def _medians(rows, method, wrong):
    """(strength, median accuracy at the end) of all strengths tried."""
    own = rows.where(method=method, wrong=wrong)
    return [*zip(own["strength"], own["end"], strict=True)]


def _plain(rows, wrong):
    return rows.one("end", method="none", wrong=wrong)


def stopping_helps_where_labels_are_wrong(rows):
    """40% wrong: the best weights read five points more than the last."""
    stopped = rows.one("stopped", method="none", wrong=0.4)
    assert stopped > _plain(rows, 0.4) + 0.05


def so_do_decay_and_dropout(rows):
    """40% wrong, at the end: decay 10 and dropout 0.5 gain three points."""
    for method, strength in (("decay", 10), ("dropout", 0.5)):
        found = rows.one("end", method=method, strength=strength, wrong=0.4)
        assert found > _plain(rows, 0.4) + 0.03


def nothing_helps_where_they_are_right(rows):
    """All right: no strength of either, nor stopping, gains 2.5 points."""
    for method in ("decay", "dropout"):
        for _, found in _medians(rows, method, 0):
            assert found < _plain(rows, 0) + 0.025
    assert rows.one("stopped", method="none", wrong=0) < _plain(rows, 0) + 0.025


def the_strength_depends_on_the_data(rows):
    """Decay 10, which helps with wrong labels, costs a point without."""
    found = rows.one("end", method="decay", strength=10, wrong=0)
    assert found < _plain(rows, 0) - 0.01


def too_much_ruins_it(rows):
    """Where they were tried: decay 30 reads below half, dropout 0.8 loses."""
    for strength, found in _medians(rows, "decay", 0):
        assert strength < 30 or found < 0.5
    for strength, found in _medians(rows, "dropout", 0):
        assert strength < 0.8 or found < _plain(rows, 0) - 0.03


def evaluation_forgotten_costs(rows):
    """Dropout 0.5 left on at test time costs five points on either task."""
    for wrong in (0, 0.4):
        row = {"method": "dropout", "strength": 0.5, "wrong": wrong}
        assert rows.one("on", **row) < rows.one("end", **row) - 0.05
