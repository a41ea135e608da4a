"""What the page says of plain and residual networks of 20 and 56 layers."""


def _ends(rows, network, layers):
    """The rows of a network after its last step, one for each rate."""
    own = rows.where(network=network, layers=layers)
    return own.where(step=own["step"].max())


def _best(rows, network, layers, column="loss"):
    return _ends(rows, network, layers)[column].min()


def deeper_is_worse_in_training(rows):
    """Plain: at their best rates 56 layers have 1.3 times the training loss."""
    assert _best(rows, "plain", 56) > 1.3 * _best(rows, "plain", 20)
    assert _best(rows, "plain", 56, "error") > _best(rows, "plain", 20, "error")


def at_every_rate(rows):
    """And a larger one at every rate."""
    deep, shallow = (
        _ends(rows, "plain", layers)["loss"] for layers in (56, 20)
    )
    assert (deep > shallow).all()


def and_on_new_data(rows):
    """Its test error is larger, too."""
    assert _best(rows, "plain", 56, "test") > _best(rows, "plain", 20, "test")


def a_copy_begins_where_the_shallow_one_does(rows):
    """Started as a copy, the losses before the first step are the same."""
    copy = rows.where(network="plain from a copy", step=0)["loss"]
    assert (
        copy == rows.where(network="plain", layers=20, step=0)["loss"]
    ).all()


def shortcuts_mend_it(rows):
    """Residual, both depths: under half of the loss of 20 plain layers."""
    for layers in (20, 56):
        loss = _best(rows, "residual", layers)
        assert loss < _best(rows, "plain", 20) / 2


def residual_depth_does_no_harm(rows):
    """At rates up to 0.003: 56 residual layers are 0.05 behind 20 at most."""
    deep, shallow = (_ends(rows, "residual", layers) for layers in (56, 20))
    small = deep["rate"] < 0.01
    assert (deep["loss"][small] < shallow["loss"][small] + 0.05).all()


def residual_depth_gains_nothing(rows):
    """On new digits 56 residual layers are less than 0.02 better than 20."""
    deep, shallow = (_best(rows, "residual", n, "test") for n in (56, 20))
    assert deep > shallow - 0.02
