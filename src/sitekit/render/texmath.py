r"""Formulas, rendered while the site is built.

Takes what ``pymdownx.arithmatex`` (generic mode) marks and puts KaTeX's HTML and
MathML there, so that a page needs no script to show its mathematics. A display
formula with ``\tag{1}\label{eq:mse}`` is linked by ``$\eqref{eq:mse}$`` on the
same page. A formula that KaTeX rejects, a label without a tag or used twice, and
a reference to nothing all fail the build with page, line and formula.
"""

import atexit
import html
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from py_mini_racer import MiniRacer

from sitekit.page.markup import LABEL, TAG
from sitekit.render.remember import Remember, remember

KATEX = Path(__file__).parents[1] / "vendor" / "katex" / "katex.min.js"
FORMULA = re.compile(
    r'<(?P<el>span|div) class="arithmatex">(?P<open>\\\(|\\\[)(?P<tex>.*?)'
    r"(?:\\\)|\\\])</(?P=el)>(?P<after>[，。；：！？、）」』”’,.;:!?)\]]*)",
    re.S,
)
EQREF = re.compile(r"\\eqref\{([^}]+)\}")
BASE = '<span class="katex-base">'
CLOSE = "</span></span></span>"  # of katex-html, katex and arithmatex
RENDER = """
function render(tex, display) {
  try {
    return [true, katex.renderToString(tex, {
      displayMode: display, throwOnError: true, strict: 'error', trust: false})];
  } catch (error) { return [false, String(error.message || error)]; }
}"""


@lru_cache(maxsize=1)
def _engine() -> MiniRacer:
    engine = MiniRacer()
    atexit.register(engine.close)  # later, Python may wait for its thread for ever
    engine.eval(KATEX.read_text("utf-8"))
    engine.eval(RENDER)
    return engine


@lru_cache(maxsize=8192)
def render(tex: str, display: bool) -> str:
    """KaTeX's HTML and MathML of one formula.

    Raises:
        ValueError: KaTeX rejects the formula; the message is KaTeX's own.
    """
    good, result = _engine().call("render", tex, display)
    if not good:
        raise ValueError(result)
    return str(result)


def glue(formula: str, punctuation: str) -> str:
    """Keep punctuation on the line of the formula that it follows.

    A browser may break the line between a formula and a full stop, whatever joiner
    stands there, unless both are in one unbreakable box. A long formula must still
    break where KaTeX lets it, between its bases, so only the last goes in the box.
    """
    at = formula.rindex(BASE)
    first, last = formula[:at], formula[at : -len(CLOSE)]
    return (
        f'{first}{CLOSE}<span class="glue"><span class="katex" data-search-exclude>'
        f'<span class="katex-html" aria-hidden="true">{last}</span></span>'
        f"{punctuation}</span>"
    )


class TexMathPostprocessor(Postprocessor):
    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page

    def fail(self, tex: str, message: str) -> ValueError:
        # With its dollars first: the letters alone may stand in the text above.
        line = self.page.line_of(f"${tex}$") or self.page.line_of(tex)
        return self.page.page.error(line, f"{message} in {tex!r}")

    def run(self, text: str) -> str:
        tags: dict[str, str] = {}
        for match in FORMULA.finditer(text):
            tex = html.unescape(match["tex"]).strip()
            if label := LABEL.search(tex):
                tag = TAG.search(tex)
                if not tag:
                    raise self.fail(tex, f"\\label{{{label[1]}}} has no \\tag")
                if label[1] in tags:
                    raise self.fail(tex, f"\\label{{{label[1]}}} is used twice")
                tags[label[1]] = tag[1]
        return FORMULA.sub(lambda match: self.replace(match, tags), text)

    def replace(self, match: re.Match[str], tags: dict[str, str]) -> str:
        tex, display = html.unescape(match["tex"]).strip(), match["open"] == r"\["
        if reference := EQREF.fullmatch(tex):
            name = reference[1]
            if name not in tags:
                raise self.fail(tex, f"no equation is labelled {name!r}")
            link = f'<a class="eqref" href="#{name}">({tags[name]})</a>'
            return link + match["after"]
        label = LABEL.search(tex)
        try:
            shown = render(LABEL.sub("", tex), display)
        except ValueError as error:
            raise self.fail(tex, f"KaTeX rejects a formula: {error}") from None
        if display:
            # A formula wider than a phone scrolls; the tab stop lets a keyboard do it.
            ident = f' id="{label[1]}"' if label else ""
            return (
                f'<div class="arithmatex"{ident} tabindex="0" data-search-exclude>'
                f"{shown}</div>{match['after']}"
            )
        formula = f'<span class="arithmatex" data-search-exclude>{shown}</span>'
        return glue(formula, match["after"]) if match["after"] else formula


class TexMath(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        md.postprocessors.register(TexMathPostprocessor(md, page), "texmath", -10)


def makeExtension(**config: Any) -> TexMath:
    return TexMath(**config)
