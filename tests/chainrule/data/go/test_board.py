import numpy as np
import pytest
from scipy import ndimage

from chainrule.data.go import Board

UNIT = "playing-go"


def board_of(rows, to_play=1):
    """From text: X black, O white."""
    board = Board(len(rows))
    board.stones[...] = [[{"X": 1, "O": -1, ".": 0}[c] for c in row] for row in rows]
    board.to_play = to_play
    return board


def liberties_by_scipy(stones):
    """Each stone's liberties: components labelled, then grown by one point."""
    found = np.zeros(stones.shape, int)
    for colour in (1, -1):
        labels, count = ndimage.label(stones == colour)
        for n in range(1, count + 1):
            grown = ndimage.binary_dilation(labels == n)
            found[labels == n] = (grown & (stones == 0)).sum()
    return found


def taking(stones, point, colour):
    """Set a stone in place and take; True where a stone was taken."""
    stones[point] = colour
    dead = (stones == -colour) & (liberties_by_scipy(stones) == 0)
    stones[dead] = 0
    return dead


def legal_by_trying(board, point, colour):
    """Set it, take what has no liberty, and look whether it has one."""
    if board.stones[point] or (board.ko == point and colour == board.to_play):
        return False
    stones = board.stones.copy()
    taking(stones, point, colour)
    return bool(liberties_by_scipy(stones)[point])


@pytest.mark.parametrize("seed", [0, 9, 10])
def test_random_games_against_labels(agree, seed):
    """Every position of a game of random moves: liberties, legal moves, captures."""
    rng, board = np.random.default_rng(seed), Board(5)
    taken = kos = 0
    for _ in range(80):
        shape = board.stones.shape
        groups = [
            len(board.group(p)[1]) if board.stones[p] else 0 for p in np.ndindex(shape)
        ]
        oracle = liberties_by_scipy(board.stones).ravel()
        agree(UNIT, groups, oracle, 0, against="scipy.ndimage.label")
        legal = board.legal_moves()
        tried = [legal_by_trying(board, p, board.to_play) for p in np.ndindex(shape)]
        agree(UNIT, legal.ravel(), tried, 0, against="set, take, and count")
        points = [*map(tuple, np.argwhere(legal))]
        before, colour = board.stones.copy(), board.to_play
        point = points[rng.integers(len(points))] if points else None
        board.play(point)
        if point is not None:
            past = before.copy()
            dead = taking(before, point, colour)
            taken += dead.sum()
            back = [p for p in map(tuple, np.argwhere(dead)) if board.stones[p] == 0]
            retaken = [board.stones.copy() for _ in back]
            for stones, p in zip(retaken, back, strict=True):
                taking(stones, p, -colour)
            ko = [p for p, a in zip(back, retaken, strict=True) if (a == past).all()]
            assert ko == ([board.ko] if board.ko else [])  # what would repeat
            kos += len(ko)
        agree(UNIT, board.stones, before, 0, against="set and take")
    assert taken > 10
    assert kos > 0 or seed == 0


def test_capture_in_the_corner():
    board = board_of(["OX...", ".....", ".....", ".....", "....."])
    board.play((1, 0))
    assert board.stones[0, 0] == 0
    assert board.ko is None  # the stone that took has more than one liberty
    assert board.stones.sum() == 2


def test_suicide_is_refused_unless_it_takes():
    board = board_of([".X...", "X....", ".....", ".....", "....."], to_play=-1)
    assert not board.is_legal((0, 0))
    with pytest.raises(ValueError, match=r"move 1 at \(0, 0\) is not legal"):
        board.play((0, 0))
    assert board.is_legal((0, 0), 1)  # black fills its own eye
    board = board_of([".XO..", "XO...", "O....", ".....", "....."], to_play=-1)
    assert board.is_legal((0, 0))  # takes both
    board.play((0, 0))
    assert (board.stones == 1).sum() == 0


def test_ko():
    board = board_of(["..XO.", ".XO.O", "..XO.", ".....", "....."])
    board.play((1, 3))
    assert board.stones[1, 2] == 0
    assert board.ko == (1, 2)
    assert not board.is_legal((1, 2))
    assert board.is_legal((1, 2), 1)  # the ko binds the other colour alone
    board.play((4, 4))
    board.play((4, 0))
    assert board.ko is None
    board.play((1, 2))  # and after a move elsewhere it may be taken
    assert board.ko == (1, 3)
    assert board.stones[1, 3] == 0


def test_snapback():
    """White takes a stone, and black takes five at the same place: no ko."""
    board = board_of(["XO..X", "XOOOX", "XXXXX", ".....", "....."])
    board.play((0, 2))
    board.play((0, 3))  # takes it
    assert board.stones[0, 2] == 0
    assert board.ko is None
    board.play((0, 2))
    assert not (board.stones == -1).any()
    assert board.ko is None


def test_a_pass_and_whose_turn():
    board = Board(3)
    board.play(None)
    assert (board.to_play, board.turn) == (-1, 1)
    board.play((1, 1))
    assert board.stones[1, 1] == -1
    assert board.when[1, 1] == 2
    with pytest.raises(ValueError, match="no board of size 0"):
        Board(0)


@pytest.mark.parametrize("point", [(-1, 0), (0, -1), (3, 0), (0, 3)])
def test_a_point_off_the_board(point):
    """By its index -1 would be the last row."""
    board = Board(3)
    for ask in (board.is_legal, board.play):
        with pytest.raises(ValueError, match="on a board of 3"):
            ask(point)
    assert not board.stones.any()
