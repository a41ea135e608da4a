"""What the page says of a network that learns its samples by heart."""


def the_training_loss_goes_on_falling(rows):
    """In the end it is below a tenth of where it began."""
    assert rows["loss"][-1] < 0.1 * rows["loss"][0]


def the_validation_loss_rises_again(rows):
    """In the end it is over 1.1 times its lowest, which came before."""
    best = int(rows["best"].argmax())
    assert rows["val_loss"][-1] > 1.1 * rows["val_loss"][best]
    assert best < 40
