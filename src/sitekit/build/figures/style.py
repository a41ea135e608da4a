"""How figures look: one set of matplotlib parameters per theme.

Programs in ``snippets/`` know nothing of it. They use ``C0`` … ``C4`` and the
default text colour, run as they are under plain matplotlib, and get these
parameters from ``make figures``. The five colours are Okabe and Ito's
(colour-blind safe), darkened or lightened until each has a contrast of at least
4.5 to its background.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

FONT = Path(__file__).parents[2] / "vendor" / "font" / "SansSC.otf"
LINES = ["-", "--", "-.", ":", (0, (5, 1, 1, 1))]
THEMES = {
    "light": {
        "text": "#24292f",
        "grid": "#d5dae0",
        "paper": "#ffffff",
        "cycle": ["#0069a8", "#b34700", "#00704f", "#9b3472", "#7a5c00"],
        "cmap": "Blues",
    },
    "dark": {
        "text": "#dfe3e8",
        "grid": "#3f4650",
        "paper": "#15181d",
        "cycle": ["#5ab4ee", "#ff9e57", "#35cfa0", "#f0a0cb", "#e9d44b"],
        "cmap": "Blues_r",
    },
}


@lru_cache(maxsize=1)
def _twins() -> dict[str, str]:
    from matplotlib import colormaps
    from matplotlib.colors import to_hex

    light, dark = THEMES["light"], THEMES["dark"]
    maps = [colormaps[str(look["cmap"])] for look in (light, dark)]
    found: dict[Any, Any] = {
        to_hex(maps[0](n)): to_hex(maps[1](n)) for n in range(maps[0].N)
    }
    found |= dict(zip(light["cycle"], dark["cycle"], strict=True))
    return found | {light[key]: dark[key] for key in ("text", "grid", "paper")}


def dark_of(colour: str) -> str | None:
    """The colour of the dark theme for one of the light theme, both as ``#rrggbb``.

    None of a colour that a program chose itself, which is the same in both.
    """
    return _twins().get(colour)


@lru_cache(maxsize=1)
def family() -> str:
    """The name of our font, as the font says it."""
    from matplotlib.font_manager import get_font

    return str(get_font(str(FONT)).family_name)


def parameters(theme: str) -> dict[str, Any]:
    """rcParams of ``light`` or ``dark``."""
    from cycler import cycler

    look = THEMES[theme]
    text, grid, paper = look["text"], look["grid"], look["paper"]
    return {
        "figure.figsize": (5.6, 3.5),
        "figure.constrained_layout.use": True,
        "figure.facecolor": paper,
        "savefig.facecolor": paper,
        "axes.facecolor": paper,
        "font.family": [family()],
        "font.size": 11,
        "axes.labelsize": 11,
        "axes.titlesize": 11,
        "legend.fontsize": 10,
        "xtick.labelsize": 10,
        "ytick.labelsize": 10,
        "mathtext.fontset": "cm",
        "axes.unicode_minus": True,
        "text.color": text,
        "axes.labelcolor": text,
        "axes.edgecolor": text,
        "axes.linewidth": 0.7,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "xtick.color": text,
        "ytick.color": text,
        "grid.color": grid,
        "legend.frameon": False,
        "lines.linewidth": 1.8,
        "patch.edgecolor": text,
        "hatch.color": text,
        "image.cmap": look["cmap"],
        "axes.prop_cycle": cycler(color=look["cycle"]) + cycler(linestyle=LINES),
        "svg.fonttype": "path",
        "svg.hashsalt": "sitekit",  # the same names in each drawing
        "axes3d.xaxis.panecolor": paper,
        "axes3d.yaxis.panecolor": paper,
        "axes3d.zaxis.panecolor": paper,
    }
