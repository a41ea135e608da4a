"""What the page says of a weight that decays under noise."""


def decay_is_the_same_everywhere(rows):
    """SGD and AdamW leave 0.905 in the mean, whatever the size of the noise."""
    for method in ("SGD with L2", "AdamW"):
        left = rows.where(method=method)["left"]
        assert (abs(left - 0.905) < 0.07).all()


def l2_is_not(rows):
    """Adam with L2 leaves under a third of it or nearly all, by the noise."""
    left = rows.where(method="Adam with L2")["left"]
    assert left[0] < 0.33
    assert left[-1] > 0.96
    assert (left[1:] > 0.99 * left[:-1]).all()
