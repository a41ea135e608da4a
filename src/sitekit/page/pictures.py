"""A figure's place and size, which its program says before it is drawn.

And whether a reader can play with it: ``EXPLORER = "race"``.
"""

import re

from sitekit.page.paths import FIGURES

DEFAULT = (5.6, 3.5)  # inches, of a program that asks for no other
FIGSIZE = re.compile(r"\bfigsize=\(([\d.]+), ([\d.]+)\)")
EXPLORER = re.compile(r'^EXPLORER = "([a-z-]+)"$', re.M)
PIXELS = 96  # of CSS, an inch


def place(topic: str, name: str) -> str:
    """Page and name of a figure; it may be named with the page it is drawn for."""
    return name if "/" in name else f"{topic}/{name}"


def address(topic: str, name: str, lang: str) -> str:
    """Where the picture is, in ``build/`` and in the site."""
    return f"{FIGURES}/{place(topic, name)}.{lang}.svg"


def explorer(program: str) -> str:
    """The kind of explorer that a program says it feeds, or nothing."""
    match = EXPLORER.search(program)
    return match[1] if match else ""


def inches(program: str) -> tuple[float, float]:
    """Width and height that a program states: its first ``figsize=(w, h)``."""
    match = FIGSIZE.search(program)
    return (float(match[1]), float(match[2])) if match else DEFAULT


def pixels(program: str) -> tuple[int, int]:
    """Width and height in CSS pixels, for a page to keep the place."""
    width, height = inches(program)
    return round(width * PIXELS), round(height * PIXELS)
