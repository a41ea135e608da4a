"""Records of Go: read, replayed, and turned into planes.

>>> record = parse_sgf("(;FF[4]GM[1]SZ[9];B[ee];W[ge];B[])")
>>> record.size, record.moves
(9, [(1, (4, 4)), (-1, (4, 6)), (1, None)])
>>> board = record.board(moves=2)
>>> board.group((4, 4))[1] == {(3, 4), (5, 4), (4, 3), (4, 5)}  # liberties
True
>>> feature_planes(board).shape, int(board.legal_moves().sum())
((21, 9, 9), 79)
"""

from chainrule.data.go.board import Board
from chainrule.data.go.planes import PLANES, feature_planes
from chainrule.data.go.record import Record, parse_sgf

__all__ = ["PLANES", "Board", "Record", "feature_planes", "parse_sgf"]
