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

# Names, signs, blanks, True, the f of a string: the colour of the text.
COLOURLESS = re.compile(r'<span class="(?:[nopw]|kc|sa|fm|vm)">([^<]*)</span>')
ONE_COLOUR = {  # in Material's stylesheet: the first stands for the others
    "k": "kd kn kr kt",
    "nf": "nc",
    "nb": "bp no",
    "s": "s1 s2 sc si ss",
    "m": "mf mh mi mo",
    "c": "c1 ch cm cs sd",
}
FIRST = {
    token: first for first, others in ONE_COLOUR.items() for token in others.split()
}
TOKEN = re.compile(r'(?<=<span class=")(\w+)(?=">)')
BESIDE = re.compile(r'<span class="(\w+)">([^<]*)</span>(\s*)<span class="\1">')
MAKERS = (Path(__file__).read_text("utf-8"), version("pygments"))


def coloured(root: Path, code: str, lexer: Lexer, **options: Any) -> str:
    """The HTML of ``code``; ``options`` are those of Pygments' ``HtmlFormatter``."""
    return memo(
        root,
        lambda: lighter(highlight(code, lexer, HtmlFormatter(**options))),
        *(MAKERS, code, lexer.name, sorted(options.items())),
    )


def lighter(html: str) -> str:
    """As many elements as it has changes of colour: less than half."""
    html = COLOURLESS.sub(r"\1", html)
    html = TOKEN.sub(lambda token: FIRST.get(token[1], token[1]), html)
    while (joined := BESIDE.sub(r'<span class="\1">\2\3', html)) != html:
        html = joined
    return html


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
