"""Figures: ``![alt text](figure:name "Caption.")`` on a line of its own.

Becomes a light and a dark picture in the page's language, drawn by
``snippets/<page>/name.py``, with its size, a numbered caption (Markdown and
formulas allowed) and a fold-out that shows the program.
"""

import html
import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pygments.lexers.python import PythonLexer

from sitekit.page.markup import FIGURE, fenced
from sitekit.page.paths import BUILD, FIGURES
from sitekit.render.badge import source_link
from sitekit.render.code import coloured
from sitekit.render.remember import Remember, remember

SIZE = re.compile(r'\b(width|height)="([\d.]+)pt"')
TEXT = {
    "zh": {"figure": "图", "program": "画这张图的程序"},
    "en": {"figure": "Figure", "program": "The program that draws it"},
}


def size(svg: str) -> tuple[int, int]:
    """Width and height in CSS pixels (1 pt = 4/3 px)."""
    points = dict(SIZE.findall(svg[: svg.find(">", svg.find("<svg"))]))
    try:
        width, height = float(points["width"]), float(points["height"])
    except KeyError:
        raise ValueError("the SVG states no size") from None
    return round(width * 4 / 3), round(height * 4 / 3)


class FigurePreprocessor(Preprocessor):
    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        names: list[str] = []
        for line, in_code in fenced(lines):
            if in_code or "](figure:" not in line:
                out.append(line)
                continue
            match, at = FIGURE.match(line), self.page.line_of(line)
            if not match:
                raise self.page.page.error(
                    at,
                    'a figure stands alone on its line: ![alt](figure:name "Caption.")',
                )
            if match["name"] in names:
                raise self.page.page.error(
                    at, f"figure {match['name']!r} is shown twice on this page"
                )
            names.append(match["name"])
            out += self.figure(match, len(names))
        return out

    def figure(self, match: re.Match[str], count: int) -> list[str]:
        page, indent, name = self.page.page, match["indent"], match["name"]
        text, line = TEXT[page.lang], self.page.line_of(match[0])
        if not match["alt"].strip() or not (match["caption"] or "").strip():
            raise page.error(line, f"figure {name!r} needs alt text and a caption")
        program = f"snippets/{page.topic}/{name}.py"
        if not (page.root / program).is_file():
            raise page.error(line, f"figure {name!r} has no program {program}")
        images = []
        for theme in ("light", "dark"):
            path = f"{FIGURES}/{page.topic}/{name}.{page.lang}.{theme}.svg"
            drawn = page.root / BUILD / path
            if not drawn.is_file():
                raise page.error(line, f"{drawn.name} is not drawn: run `make figures`")
            width, height = size(drawn.read_text("utf-8"))
            images.append(
                f'<img src="{page.link(path)}#only-{theme}" width="{width}" '
                f'height="{height}" alt="{html.escape(match["alt"])}" '
                'loading="lazy" decoding="async">'
            )
        code = coloured(
            page.root,
            (page.root / program).read_text("utf-8"),
            PythonLexer(),
            wrapcode=True,
            cssclass="language-python highlight",
        )
        start = (
            f'<figure id="fig-{name}">{"".join(images)}<figcaption>'
            f'<span class="figure-number">{text["figure"]} {count}</span>'
        )
        end = (
            f'</figcaption><details class="program" data-search-exclude><summary>'
            f"{text['program']}</summary>"
            f'<p class="listing-line">{source_link(page, program)}</p>{code}'
            "</details></figure>"
        )
        return [
            *(indent + self.page.mark(start), "", indent + match["caption"], ""),
            *(indent + self.page.mark(end), ""),
        ]


class Figure(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/ and snippets/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        md.preprocessors.register(FigurePreprocessor(md, page), "figure", 41)


def makeExtension(**config: Any) -> Figure:
    return Figure(**config)
