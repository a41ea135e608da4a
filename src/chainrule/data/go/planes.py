"""A position as planes of zeros and ones."""

# --8<-- [start:planes]
import numpy as np

COUNTS = (*map(str, range(1, 8)), "8 or more")
PLANES = (
    *("own stone", "other stone", "empty", "ones"),
    *(f"{n} turns since" for n in COUNTS),
    *(f"{n} liberties" for n in COUNTS),
    "legal",
)


def feature_planes(board):
    """(21, size, size) of PLANES, as to_play sees them, float32.

    21 of the 48 planes of Silver et al. 2016, extended data table 2.
    Missing are the sizes of captures, of self-atari, and the liberties
    after a move (8 each), the two ladders and the zeros; and theirs in
    place of "legal" leaves out moves that fill one's own eyes.
    """
    stones = board.stones * board.to_play
    liberties = np.zeros(stones.shape, int)
    for point in zip(*np.nonzero(stones), strict=True):
        liberties[point] = len(board.group(point)[1])
    since = np.where(stones != 0, board.turn - board.when + 1, 0)
    planes = [stones == 1, stones == -1, stones == 0, stones == stones]
    for count in (since, liberties):
        planes += [count.clip(0, 8) == n for n in range(1, 9)]
    planes.append(board.legal_moves())
    return np.array(planes, np.float32)


# --8<-- [end:planes]
