# kind: figure
"""The position of the record, and four of its planes."""

import re
from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib.patches import Circle

from chainrule.data.go import PLANES, feature_planes, parse_sgf

TEXT = {
    "zh": {
        "own stone": "己方棋子",
        "other stone": "对方棋子",
        "4 liberties": "有四口气的棋子",
        "legal": "合法的点",
        "board": "局面（轮到黑方）",
    },
    "en": {
        "own stone": "own stones",
        "other stone": "other stones",
        "4 liberties": "with 4 liberties",
        "legal": "legal points",
        "board": "the position, black to play",
    },
}
STARS = 3, 9, 15
GAME = Path(__file__).with_name("game.py")


def draw(lang):
    text = TEXT[lang]
    found = re.search(r'"""(\(;.*?\))"""', GAME.read_text("utf-8"), re.S)
    board = parse_sgf(found[1] if found else "").board()
    planes = dict(zip(PLANES, feature_planes(board), strict=True))
    fig = plt.figure(figsize=(5.0, 7.2))
    grid = fig.add_gridspec(3, 2, height_ratios=(2.1, 1, 1))
    ax = fig.add_subplot(grid[0, :])
    for k in range(19):
        ax.plot([0, 18], [k, k], "-", color="0.6", lw=0.6, zorder=0)
        ax.plot([k, k], [0, 18], "-", color="0.6", lw=0.6, zorder=0)
    for i in STARS:
        ax.plot(STARS, [i] * 3, ".", color="0.5", ms=4, zorder=0)
    for (i, j), stone in zip(
        ((i, j) for i in range(19) for j in range(19)),
        board.stones.flat,
        strict=True,
    ):
        if stone:
            fill = "black" if stone == 1 else "white"
            look = {"fc": fill, "ec": "0.55", "lw": 1.2, "zorder": 2}
            ax.add_patch(Circle((j, i), 0.46, **look))
    ax.set(xlim=(-0.7, 18.7), ylim=(18.7, -0.7), title=text["board"])
    ax.set_aspect("equal")
    ax.axis("off")
    names = "own stone", "other stone", "4 liberties", "legal"
    for n, name in enumerate(names):
        ax = fig.add_subplot(grid[1 + n // 2, n % 2])
        ax.imshow(planes[name], vmin=0, vmax=1.2)
        ax.set_title(text[name], fontsize=12)
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_visible(True)
    return fig
