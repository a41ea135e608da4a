"""Code in colour: Pygments, light enough for pages of forty listings, and kept.

In place of ``pymdownx.highlight``, whose options it takes: the fences of a page, the
program under a figure and the source pages are coloured once for each text.
"""

import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

from markdown.extensions import Extension
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexer import Lexer
from pymdownx.highlight import Highlight, HighlightExtension

from sitekit.page.memo import memo

COLOURLESS = re.compile(r'<span class="[nopw]">([^<]*)</span>')  # names, signs, blanks
MAKERS = (Path(__file__).read_text("utf-8"), version("pygments"))


def coloured(root: Path, code: str, lexer: Lexer, **options: Any) -> str:
    """The HTML of ``code``; ``options`` are those of Pygments' ``HtmlFormatter``."""
    return memo(
        root,
        lambda: lighter(highlight(code, lexer, HtmlFormatter(**options))),
        *(MAKERS, code, lexer.name, sorted(options.items())),
    )


def lighter(html: str) -> str:
    """Tokens that have the colour of the text are text: half of the elements."""
    return COLOURLESS.sub(r"\1", html)


class Kept(Highlight):
    """pymdownx's highlighter of fences and inline code, asked once for each text."""

    root = Path()

    def highlight(self, src: str, language: str, *args: Any, **given: Any) -> Any:
        if given.get("inline") or given.get("title"):
            return super().highlight(src, language, *args, **given)
        plain = super().highlight
        count = {"code_block_count": given.pop("code_block_count", 0)}
        return memo(
            self.root,
            lambda: lighter(plain(src, language, *args, **given, **count)),
            *(MAKERS, version("pymdown-extensions"), src, language),
            *(args, sorted(given.items()), self.pygments_lang_class),
        )


class Code(HighlightExtension):
    """``root`` is the folder that holds ``build/``."""

    def __init__(self, root: str = ".", **config: Any) -> None:
        super().__init__(**config)
        self.kept = type("KeptHere", (Kept,), {"root": Path(root)})

    def get_pymdownx_highlighter(self) -> type[Highlight]:
        return self.kept


def makeExtension(**config: Any) -> Extension:
    return Code(**config)
