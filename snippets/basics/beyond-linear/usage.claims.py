"""What the page says of the sum of ReLUs in PyTorch."""


def a_thousand_steps_are_enough_to_learn(rows):
    """After a thousand steps the loss is below half of that at the start."""
    assert rows.one("loss", step=1000) < 0.5 * rows.one("loss", step=0)
