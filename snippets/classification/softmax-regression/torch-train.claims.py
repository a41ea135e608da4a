"""What the page says of the hidden layer in front of the softmax."""


def the_network_fits_better(rows):
    """The network's training loss is lower than the regression's each time."""
    network = rows.where(model="network")["loss"]
    assert network.max() < 0.95 * rows.where(model="regression")["loss"].min()
