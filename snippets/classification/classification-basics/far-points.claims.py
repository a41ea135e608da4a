"""What the page says of points that are too correct."""


def least_squares_turns_towards_them(rows):
    """They move the boundary of least squares by 5 of its deviations."""
    near, far = (
        rows.where(model="least squares", far_points=which)
        for which in ("without", "with")
    )
    moved = far["boundary"][0] - near["boundary"][0]
    assert moved > 5 * max(near["boundary_sd"][0], far["boundary_sd"][0])
    assert near["right"][0] - far["right"][0] > 0.05


def the_svm_does_not_move(rows):
    """They do not move the boundary of the SVM."""
    near, far = (
        rows.one("boundary", model="SVM", far_points=which)
        for which in ("without", "with")
    )
    assert abs(far - near) < 0.01
