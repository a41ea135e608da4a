# kind: exact
"""A board and its seven mirror images and turns have the same planes, moved."""

# --8<-- [start:solution]
import numpy as np

from chainrule.data.go import Board, feature_planes


def positions(seed):
    """A board after 60 random moves, and the same moves turned or mirrored."""
    rng, boards = np.random.default_rng(seed), [Board(9) for _ in range(8)]
    for _ in range(60):
        i, j = rng.permutation(np.argwhere(boards[0].legal_moves()))[0]
        for n, board in enumerate(boards):
            mark = np.zeros((9, 9))
            mark[i, j] = 1
            (point,) = np.argwhere(image(mark, n))
            board.play(tuple(map(int, point)))
    return boards


def image(planes, n):
    """The n-th of the eight images of the last two axes."""
    planes = np.rot90(planes, n % 4, axes=(-2, -1))
    return planes if n < 4 else np.flip(planes, -1)


first, *others = map(feature_planes, positions(seed=0))
for n, planes in enumerate(others, 1):
    print(n, np.array_equal(planes, image(first, n)), end="; ")
# --8<-- [end:solution]
