"""Games of Go as text: the Smart Game Format."""

# --8<-- [start:sgf]
import re
from dataclasses import dataclass, field

from chainrule.data.go.board import Board

TOKEN = re.compile(
    r"\s*([(;)]|([A-Z]{1,2})((?:\s*\[(?:\\.|[^\]\\])*\])+))", re.S
)
VALUE = re.compile(r"\[((?:\\.|[^\]\\])*)\]", re.S)


def nodes_of(text):
    """Properties {name: [values]} of each node of the main line."""
    found: list[dict] = []
    at, depth, closed = 0, 0, False
    while at < len(text.rstrip()):
        token = TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"not SGF at {at}: {text[at : at + 20]!r}")
        at, mark, name = token.end(), token[1], token[2]
        depth += (mark == "(") - (mark == ")")
        second = mark == "(" and depth == 1 and found
        if depth < 0 or (depth == 0 and mark != ")") or second:
            raise ValueError("a record is one tree: (; ... )")
        closed |= mark == ")"  # other variations begin after the first end
        if closed or mark == "(":
            continue
        if mark == ";":
            found.append({})
        elif not found or name in found[-1]:
            raise ValueError(f"{name} stands before a node, or twice in one")
        else:
            values = VALUE.findall(token[3])
            found[-1][name] = [re.sub(r"\\(.)", r"\1", v) for v in values]
    if depth or not found:
        raise ValueError("the record has no end, or no node")
    return found


# --8<-- [end:sgf]


# --8<-- [start:record]
@dataclass
class Record:
    """A game: moves are (colour, point), 1 black and -1 white, None passes."""

    size: int = 19
    handicap: int = 0
    setup: list = field(default_factory=list)  # (colour, point)
    moves: list = field(default_factory=list)
    root: dict = field(default_factory=dict)  # what else its first node says

    def board(self, moves=None):
        """The Board after so many moves, after all if None."""
        board = Board(self.size)
        for colour, point in self.setup:
            board.stones[point] = colour
        if self.setup or self.handicap:
            board.to_play = self.moves[0][0] if self.moves else -1
        for colour, point in self.moves[:moves]:
            board.play(point, colour)
        return board


# --8<-- [end:record]


def point_of(text, size):
    """(row, column) for two letters, column first; None for a pass."""
    if text == "" or (text == "tt" and size <= 19):
        return None
    letters = [ord(c) - ord("a") for c in text]
    if len(letters) != 2 or min(letters) < 0 or max(letters) >= size:
        raise ValueError(f"no point on a board of {size}: {text!r}")
    return letters[1], letters[0]


def points_of(values, size):
    """Points of a list, in which aa:bb is a rectangle."""
    for value in values:
        first, _, last = value.partition(":")
        corners = point_of(first, size), point_of(last or first, size)
        if None in corners:
            raise ValueError(f"a pass is no stone: {value!r}")
        (top, left), (bottom, right) = corners
        for row in range(top, bottom + 1):
            yield from ((row, column) for column in range(left, right + 1))


def whole(root, name, default):
    value = root.get(name, [str(default)])[0]
    if not re.fullmatch(r"\d+", value):
        raise ValueError(f"{name} must be a whole number, got {value!r}")
    return int(value)


def parse_sgf(text):
    """The main line of a record of Go in SGF, FF[4], as a Record.

    Read are SZ, HA, AB and AW of the first node, and B and W of all.
    Raises ValueError for what is not SGF, for another game or format,
    points off the board, a HA that is not the number of stones in AB,
    and stones set up after the first node. Whether the moves are legal
    is asked by Record.board.
    """
    root, *others = nodes = nodes_of(text)
    size, handicap = whole(root, "SZ", 19), whole(root, "HA", 0)
    if whole(root, "FF", 4) != 4 or whole(root, "GM", 1) != 1:
        raise ValueError("only FF[4] and GM[1] are read")
    if not 1 <= size <= 26:
        raise ValueError(f"no board of size {size} here")
    setup = [(1, p) for p in points_of(root.get("AB", []), size)]
    if handicap and handicap != len(setup):
        raise ValueError(f"HA[{handicap}], but {len(setup)} black stones")
    setup += [(-1, p) for p in points_of(root.get("AW", []), size)]
    if len({point for _, point in setup}) < len(setup):
        raise ValueError("two stones are set up on one point")
    if any({"AB", "AW", "AE"} & node.keys() for node in others):
        raise ValueError("stones are set up after the first node")
    moves = []
    for node in nodes:
        colours = {"B": 1, "W": -1}.items()
        played = [(c, node[name]) for name, c in colours if name in node]
        if len(played) > 1 or any(len(values) > 1 for _, values in played):
            raise ValueError(f"a node has one move, got {node}")
        moves += [(c, point_of(values[0], size)) for c, values in played]
    return Record(size, handicap, setup, moves, root)
