"""What the page says of three linear classifiers on Pokémon."""


def least_squares_is_as_good_as_the_svm(rows):
    """With six features their means differ by less than a point."""
    squares, svm = (
        rows.one("right", model=name, features=6)
        for name in ("least squares", "SVM")
    )
    assert abs(squares - svm) < 0.01


def the_perceptron_is_behind(rows):
    """With six features it is behind, shuffled by over 3 points."""
    best = rows.one("right", model="least squares", features=6)
    assert (
        rows.one("right", model="perceptron shuffled", features=6) < best - 0.03
    )
    assert rows.one("right", model="perceptron", features=6) < best - 0.1


def sorted_it_is_worse_than_guessing(rows):
    """Sorted by type, two features: below 0.5, and so below 790 in 1,400."""
    assert rows.one("right", model="perceptron", features=2) < 0.5
