import numpy as np
from scipy import ndimage

from chainrule.data.go import PLANES, Board, feature_planes

UNIT = "playing-go"


def test_against_counts_of_our_own(agree):
    rng, board = np.random.default_rng(0), Board(6)
    history = []
    for _ in range(40):
        points = [*map(tuple, np.argwhere(board.legal_moves()))]
        board.play(points[rng.integers(len(points))])
        history.append(board.stones.copy())
        planes = feature_planes(board)
        assert planes.shape == (len(PLANES), 6, 6)
        assert planes.dtype == np.float32
        own = board.stones * board.to_play
        oracle = np.array([own == 1, own == -1, own == 0, np.ones((6, 6))])
        agree(UNIT, planes[:4], oracle, 0, against="the stones")
        since = np.zeros((6, 6), int)
        liberties = np.zeros((6, 6), int)
        for point in zip(*np.nonzero(own), strict=True):
            unchanged = [past[point] != 0 for past in reversed(history)]
            run = unchanged.index(False) if False in unchanged else len(history)
            since[point] = min(run, 8)
            same = ndimage.label(board.stones == board.stones[point])[0]
            grown = ndimage.binary_dilation(same == same[point])
            liberties[point] = min((grown & (own == 0)).sum(), 8)
        for first, count in ((4, since), (12, liberties)):
            oracle = np.array([count == n for n in range(1, 9)])
            agree(UNIT, planes[first : first + 8], oracle, 0, against="scipy.ndimage")
        agree(UNIT, planes[20], board.legal_moves(), 0, against="legal_moves")


def test_the_names():
    assert len(PLANES) == len(set(PLANES)) == 21
    assert PLANES[4] == "1 turns since"
    assert PLANES[19] == "8 or more liberties"
