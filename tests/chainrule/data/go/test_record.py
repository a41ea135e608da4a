import numpy as np
import pytest

from chainrule.data.go import Record, parse_sgf

UNIT = "playing-go"


def test_reads_what_the_format_says():
    record = parse_sgf(
        r"""(;FF[4] GM[1]SZ[9]HA[3]
        AB[cc][gg:gh]AW[aa] PB[A \] b]C[a\\]
        ;W[ca]C[hello; (not a tree)];B[];W[tt](;B[ic];W[ii])(;B[hh]))
        """
    )
    assert (record.size, record.handicap) == (9, 3)
    assert record.root["PB"] == ["A ] b"]
    assert record.root["C"] == ["a\\"]
    black = [(2, 2), (6, 6), (7, 6)]  # column first in the text, row first here
    assert record.setup == [*((1, p) for p in black), (-1, (0, 0))]
    moves = [(-1, (0, 2)), (1, None), (-1, None), (1, (2, 8)), (-1, (8, 8))]
    assert record.moves == moves  # of the first variation
    assert parse_sgf("(;AB[aa])") == Record(setup=[(1, (0, 0))], root={"AB": ["aa"]})


def test_replayed(agree):
    """Black takes the corner; after each move against the board by hand."""
    record = parse_sgf("(;SZ[3];B[ba];W[aa];B[ab];W[bb];B[tt])")
    boards = ["...|...|...", ".X.|...|...", "OX.|...|..."]
    boards += [".X.|X..|...", ".X.|XO.|...", ".X.|XO.|..."]
    for moves, rows in enumerate(boards):
        stones = [["O.X".index(c) - 1 for c in row] for row in rows.split("|")]
        found = record.board(moves)
        agree(UNIT, found.stones, stones, 0, against="the board by hand")
        assert found.to_play == (1, -1)[moves % 2]
        assert found.turn == moves
    assert np.array_equal(record.board().stones, record.board(5).stones)


def test_after_stones_are_set_up_white_begins_or_who_moves():
    assert parse_sgf("(;SZ[9]HA[2]AB[cc][gg])").board().to_play == -1
    assert parse_sgf("(;SZ[9]AB[cc];B[gg])").board(0).to_play == 1
    assert parse_sgf("(;SZ[9])").board().to_play == 1


def test_an_illegal_move_is_found_in_the_replay():
    record = parse_sgf("(;SZ[3];B[ba];W[ba])")
    with pytest.raises(ValueError, match=r"move 2 at \(0, 1\) is not legal"):
        record.board()


REFUSED = [
    ("", "no end, or no node"),
    ("hello", "not SGF at 0: 'hello'"),
    ("(;B[aa]", "no end, or no node"),
    ("()", "no end, or no node"),
    (";B[aa]", "is one tree"),
    ("(;B[aa]))", "is one tree"),
    ("(;B[aa])(;B[bb])", "is one tree"),
    ("(B[aa])", "B stands before a node"),
    ("(;B[aa]B[bb])", "twice in one"),
    ("(;B[aa)", "not SGF at 2"),
    ("(;FF[3])", r"only FF\[4\]"),
    ("(;GM[2])", r"GM\[1\] are read"),
    ("(;SZ[x])", "SZ must be a whole number, got 'x'"),
    ("(;SZ[27])", "no board of size 27"),
    ("(;SZ[0])", "no board of size 0"),
    ("(;SZ[9];B[ja])", "no point on a board of 9: 'ja'"),
    ("(;SZ[9];B[a])", "no point on a board of 9: 'a'"),
    ("(;SZ[9];B[A1])", "no point on a board of 9: 'A1'"),
    ("(;AB[])", "a pass is no stone: ''"),
    ("(;HA[2]AB[aa])", r"HA\[2\], but 1 black stones"),
    ("(;AB[aa]AW[aa])", "two stones are set up on one point"),
    ("(;B[aa];AW[bb])", "set up after the first node"),
    ("(;B[aa]W[bb])", "a node has one move"),
    ("(;B[aa][bb])", "a node has one move"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refuses(text, message):
    with pytest.raises(ValueError, match=message):
        parse_sgf(text)
