# kind: exact
"""A record of a game of Go, its position, its planes, and a network on them."""

# --8<-- [start:game]
import torch

from chainrule.data.go import PLANES, feature_planes, parse_sgf
from chainrule.models import GoPolicyNet
from chainrule.nn import count_parameters

RECORD = """(;FF[4]GM[1]SZ[19]KM[7.5]PB[Black]PW[White]
;B[pd];W[dp];B[pp];W[dd];B[fc];W[cf];B[jd];W[qf];B[qe];W[pf]
;B[nd];W[re];B[rd];W[qd];B[qc];W[rf];B[qj];W[pj];B[pk];W[oj])"""

record = parse_sgf(RECORD)
before, after = record.board(14), record.board(15)
white = (3, 16)  # row 3, column 16: "qd"
print(len(record.moves), "moves; white at qd has", end=" ")
print("liberties:", *before.group(white)[1])
print("black plays there:", record.moves[14], "and takes", white, end=": ")
print(before.stones[white], "becomes", after.stones[white])

board = record.board()
planes = feature_planes(board)
print("points with a 1 in each of", len(planes), "planes:", end=" ")
print(*planes.sum((1, 2)).astype(int))

with torch.device("meta"):  # its sizes, without its numbers
    print(f"as in the paper: {count_parameters(GoPolicyNet()):,} parameters")
torch.manual_seed(0)
net = GoPolicyNet(planes=len(PLANES), filters=8, layers=3)
legal = torch.tensor(board.legal_moves())[None]
p = torch.softmax(net(torch.tensor(planes)[None], legal), dim=1)
print(tuple(p.shape), "adds up to", round(p.sum().item(), 4), end="; ")
print("0 at", int((p == 0).sum()), "points, of which", end=" ")
print(int((board.stones != 0).sum()), "have a stone")
# --8<-- [end:game]
