"""What the page says of Adagrad on rare features."""


def _three(rows, column):
    rules = ("Adagrad", "SGD", "SGD with lr / √t")
    return [rows.one(column, rule=rule) for rule in rules]


def lower_loss(rows):
    """Adagrad's median excess loss is below three quarters of SGD's."""
    adagrad, sgd, _ = _three(rows, "excess")
    assert adagrad < 0.75 * sgd


def better_rare_weights(rows):
    """Adagrad's median error of the rare weights is smallest by a seventh."""
    adagrad, sgd, decayed = _three(rows, "rare")
    assert adagrad < 0.85 * min(sgd, decayed)
