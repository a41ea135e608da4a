# kind: exact
"""Two positions that max pooling makes one, with different right moves."""

# --8<-- [start:same]
import numpy as np

from chainrule.data.go import Board, feature_planes
from chainrule.scratch.nn import MaxPool2d

LEFT = ["......", "..X...", ".XO...", "..X...", "......", "......"]
RIGHT = ["......", "..X...", ".XOX..", "......", "......", "......"]


def board_of(rows):
    board = Board(len(rows))
    board.stones[...] = [["O.X".index(c) - 1 for c in row] for row in rows]
    return board


boards = [board_of(rows) for rows in (LEFT, RIGHT)]
white = (2, 2)
for board in boards:
    (last,) = board.group(white)[1]
    print("white's last liberty:", last, end="; ")
    print("black takes there:", board.captured(last, 1) == {white})
planes = np.array([feature_planes(board) for board in boards])
pooled = MaxPool2d(2).forward(planes)
print("planes that differ:", int((planes[0] != planes[1]).any((1, 2)).sum()))
print("pooled planes that differ:", int((pooled[0] != pooled[1]).sum()))

small = Board(3)
small.stones[...] = boards[0].stones[::2, ::2]
print("every second row and column:", small.stones.tolist(), end=" ")
print("liberties:", len(small.group((1, 1))[1]))
# --8<-- [end:same]
