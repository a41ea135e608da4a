"""What the solution says of the weight decay of the tumours."""


def errors_hardly_depend_on_it(rows):
    """From 1e-4 to 1e-2 the shares of errors are within two points."""
    wrong = [rows.one("wrong", decay=d) for d in (1e-2, 1e-3, 1e-4)]
    assert max(wrong) - min(wrong) < 0.02


def the_loss_does(rows):
    """With 1e-6 the loss is over three times that with 1e-2 or 1e-3."""
    sure = rows.one("loss", decay=1e-6)
    assert sure > 3 * max(rows.one("loss", decay=d) for d in (1e-2, 1e-3))


def the_best_is_inside(rows):
    """The smallest loss is at 1e-2 or 1e-3, inside the grid."""
    loss = {d: rows.one("loss", decay=d) for d in rows["decay"]}
    assert min(loss, key=loss.get) in (1e-2, 1e-3)
