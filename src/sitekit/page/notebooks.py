"""Pages that are notebooks, and where what their cells gave is kept."""

import re
from pathlib import Path

from sitekit.page.paths import BUILD, FIGURES, Page

FOLDER = "notebooks"  # below BUILD
THEMES = ("light", "dark")
CODE = re.compile(
    r"^```(?:python|\{ \.python #(?P<name>[\w-]+) \})\n(?P<code>.*?)^```$", re.M | re.S
)


def is_notebook(path: str) -> bool:
    return path.endswith(".py")


def results(page: Page) -> Path:
    return page.root / BUILD / FOLDER / page.lang / f"{page.topic}.json"


def pictures(page: Page, name: str) -> dict[str, str]:
    """Light and dark picture of a cell, below the site's root and below ``build/``."""
    stem = f"{FIGURES}/{page.topic}/{name}"
    return {theme: f"{stem}.{theme}.png" for theme in THEMES}
