"""The rules of Go: groups, liberties, captures, ko."""

# --8<-- [start:board]
import numpy as np


class Board:
    """Stones (size, size): 1 black, -1 white, 0 empty; points (row, column).

    to_play is the colour whose turn it is, turn how many moves were
    played, when (size, size) the turn of each stone, ko the point that
    may not be retaken at once. Suicide is not allowed. Raises ValueError
    for a move that is not legal, and for a point off the board.
    """

    def __init__(self, size=19):
        if size < 1:
            raise ValueError(f"no board of size {size}")
        self.stones = np.zeros((size, size), int)
        self.when = np.zeros((size, size), int)
        self.to_play, self.turn, self.ko = 1, 0, None

    def neighbours(self, point):
        """The two to four points beside this one."""
        i, j = point
        around = [(i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)]
        size = len(self.stones)
        return [p for p in around if min(p) >= 0 and max(p) < size]

    def group(self, point):
        """(stones, liberties): what hangs together there, by flood fill."""
        colour, group, liberties = self.stones[point], {point}, set()
        todo = [point]
        while todo:
            for beside in self.neighbours(todo.pop()):
                if self.stones[beside] == 0:
                    liberties.add(beside)
                elif self.stones[beside] == colour and beside not in group:
                    group.add(beside)
                    todo.append(beside)
        return group, liberties

    # --8<-- [end:board]

    # --8<-- [start:play]
    def captured(self, point, colour):
        """Stones of the other colour whose last liberty is that point."""
        taken: set = set()
        for beside in self.neighbours(point):
            if self.stones[beside] == -colour:
                group, liberties = self.group(beside)
                taken |= group if liberties == {point} else set()
        return taken

    def is_legal(self, point, colour=None):
        """Empty, not the ko, and the stone has a liberty or takes one."""
        colour, size = colour or self.to_play, len(self.stones)
        if not all(0 <= at < size for at in point):  # -1 is no last row
            raise ValueError(f"no point {point} on a board of {size}")
        banned = self.ko == point and colour == self.to_play
        if self.stones[point] or banned:
            return False
        for beside in self.neighbours(point):
            if self.stones[beside] == 0:
                return True
            mine = self.stones[beside] == colour
            if mine and len(self.group(beside)[1]) > 1:
                return True  # joins a group with a liberty left
        return bool(self.captured(point, colour))

    def play(self, point, colour=None):
        """Set a stone at the point and take what it captures; None passes."""
        colour = colour or self.to_play
        if point is not None and not self.is_legal(point, colour):
            raise ValueError(f"move {self.turn + 1} at {point} is not legal")
        ko = None
        if point is not None:
            taken = self.captured(point, colour)
            self.stones[point] = colour
            self.when[point] = self.turn + 1
            for stone in taken:
                self.stones[stone] = 0
            group, liberties = self.group(point)
            if len(taken) == len(group) == len(liberties) == 1:
                ko = taken.pop()  # it would take back what took it
        self.turn, self.to_play, self.ko = self.turn + 1, -colour, ko

    def legal_moves(self):
        """(size, size), True where to_play may set a stone."""
        points = np.ndindex(self.stones.shape)
        legal = [self.is_legal(point) for point in points]
        return np.reshape(legal, self.stones.shape)

    # --8<-- [end:play]
