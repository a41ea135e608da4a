"""Notebooks: pages whose code runs while the site is built.

A notebook is a percent script in ``docs/`` (``page.percent``). mkdocs-jupyter executes
it; of what it makes of it only the outputs are kept (``build.runs``), and the page is
made from the script by the same extensions as every other page. A cell that draws has
a name, and its picture stands where ``![alt text](figure:name "Caption.")`` does.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from sitekit.page import notebooks
from sitekit.page.markup import FIGURE
from sitekit.render import figure
from sitekit.render.remember import Remember, remember

TITLE = re.compile(r"^# .+$", re.M)
TEXT = {
    "zh": "本页是一份笔记本，可以下载运行：{}",
    "en": "This page is a notebook. To run it yourself: {}",
}


class NotebookPreprocessor(Preprocessor):
    """Puts code, outputs and pictures into the Markdown of a notebook."""

    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page
        self.count = 0  # of figures

    def run(self, lines: list[str]) -> list[str]:
        page = self.page.page
        if not notebooks.is_notebook(page.path):
            return lines
        kept = notebooks.results(page)
        if not kept.is_file():
            raise page.error(None, f"has not run: there is no {kept.name}")
        given = json.loads(kept.read_text("utf-8"))
        texts, sizes = iter(given["texts"]), given["sizes"]

        def code(match: re.Match[str]) -> str:
            return self.mark(shown(match["code"], "python") + printed(next(texts)))

        text = notebooks.CODE.sub(code, "\n".join(lines))
        text = TITLE.sub(lambda title: title[0] + "\n\n" + self.download(), text, 1)
        out: list[str] = []
        self.count = 0
        for line in text.split("\n"):
            match = FIGURE.match(line)
            out += self.figure(match, sizes) if match else [line]
        if sizes:
            raise page.error(None, f"pictures that the text does not show: {[*sizes]}")
        return out

    def mark(self, text: str) -> str:
        return self.page.mark(text) + "\n"

    def download(self) -> str:
        page = self.page.page
        name = Path(page.topic).name + ".ipynb"
        link = f'<a href="{name}" download>{name}</a>'
        said = TEXT[page.lang].format(link)
        return self.mark(f'<p class="download" data-search-exclude>{said}</p>')

    def figure(self, match: re.Match[str], sizes: dict[str, list[int]]) -> list[str]:
        """The figure of a cell, whose size is taken off the list."""
        page, name = self.page.page, match["name"]
        line = self.page.line_of(match[0])
        if not match["alt"].strip() or not (match["caption"] or "").strip():
            raise page.error(line, f"figure {name!r} needs alt text and a caption")
        if name not in sizes:
            raise page.error(line, f"no cell {name!r} drew, or it is shown twice")
        width, height = sizes.pop(name)
        self.count += 1
        images = "".join(
            f'<img src="{page.link(path)}#only-{theme}" width="{width}" '
            f'height="{height}" alt="{html.escape(match["alt"])}" '
            'loading="lazy" decoding="async">'
            for theme, path in notebooks.pictures(page, name).items()
        )
        number = f"{figure.TEXT[page.lang]['figure']} {self.count}"
        start = (
            f'<figure id="fig-{name}">{images}<figcaption>'
            f'<span class="figure-number">{number}</span>'
        )
        end = "</figcaption></figure>"
        return [self.mark(start), match["caption"], "", self.mark(end)]


def shown(text: str, language: str) -> str:
    """A block of code, marked up as pymdownx does."""
    if language == "python":
        look = HtmlFormatter(wrapcode=True, cssclass="language-python highlight")
        return str(highlight(text, PythonLexer(), look))
    return (
        '<div class="language-text highlight"><pre><span></span><code>'
        f"{html.escape(text, quote=False)}</code></pre></div>"
    )


def printed(text: str) -> str:
    return shown(text, "text") if text.strip() else ""


class Notebook(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        # Before figure (41) and listing (40).
        md.preprocessors.register(NotebookPreprocessor(md, page), "notebook", 45)


def makeExtension(**config: Any) -> Notebook:
    return Notebook(**config)
