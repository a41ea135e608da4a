"""What a search is not begun with."""


def require_points(n):
    """n; ValueError for a number of points that is no grid."""
    if type(n) is not int or n < 2:
        raise ValueError(f"a grid has 2 points or more, got {n!r}")
    return n


def require_counts(name, **given):
    """ValueError for a number that is no integer, or below its least.

    Each is given as (value, least).
    """
    for which, (value, least) in given.items():
        if type(value) is not int or value < least:
            raise ValueError(
                f"{name}: {which} must be {least} or more, got {value!r}"
            )


def require_space(name, space):
    """ValueError for no hyperparameters, or those whose names are taken."""
    if not isinstance(space, dict):
        raise TypeError(
            f"{name}: the search space must be a dict of names, got {space!r}"
        )
    if not space:
        raise ValueError(f"{name}: the search space is empty: {space}")
    for taken in ("score", "resources"):
        if taken in space:
            raise ValueError(
                f"{name}: {taken!r} is a column of the results, not a "
                f"hyperparameter: {space}"
            )
