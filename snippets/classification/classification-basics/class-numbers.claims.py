"""What the page says of classes as numbers and as vectors."""


def vectors_win_on_the_triangle(rows):
    """On the triangle vectors win by over two standard deviations."""
    row = rows.where(places="triangle")
    gap = row["vectors"][0] - row["numbers"][0]
    assert gap > 2 * row["numbers_sd"][0]


def numbers_follow_a_row(rows):
    """In a row whose names follow it, numbers are ahead of vectors."""
    row = rows.where(places="row", names="1 2 3")
    assert row["numbers"][0] - row["vectors"][0] > 0.2


def numbers_collapse_when_names_are_swapped(rows):
    """With two names swapped, numbers are right in less than half."""
    assert rows.one("numbers", places="row", names="1 3 2") < 0.45


def vectors_do_not_notice_names(rows):
    """Vectors are as good under either naming."""
    either = rows.where(places="row")["vectors"]
    assert abs(either[0] - either[1]) < 0.01
