"""Figures: ``![alt text](figure:name "Caption.")`` on a line of its own.

Becomes the picture of ``snippets/<page>/name.py`` in the page's language, light or
dark, in a place of the size that the program states, drawn or not; with a numbered
caption (Markdown and formulas allowed) and a link to the program. The figure of another
page is ``figure:part/page/name``. A program that says ``EXPLORER = "kind"`` has a
figure that comes alive (``assets/js/explore.js``).
"""

import html
import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from sitekit.page.markup import FIGURE, fenced
from sitekit.page.paths import SOURCE
from sitekit.page.pictures import address, explorer, pixels, place
from sitekit.render.remember import Remember, remember

TEXT = {
    "zh": {"figure": "图", "program": "画这张图的程序"},
    "en": {"figure": "Figure", "program": "The program that draws it"},
}


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
        program = f"snippets/{place(page.topic, name)}.py"
        if not (page.root / program).is_file():
            raise page.error(line, f"figure {name!r} has no program {program}")
        source = (page.root / program).read_text("utf-8")
        width, height = pixels(source)
        picture = page.link(address(page.topic, name, page.lang))
        images = [
            f'<img src="{picture}#only-{theme}" '
            f'width="{width}" height="{height}" alt="{html.escape(match["alt"])}" '
            'loading="lazy" decoding="async">'
            for theme in ("light", "dark")
        ]
        kind = explorer(source)
        alive = f' data-alive="explore" data-explorer="{kind}"' if kind else ""
        start = (
            f'<figure id="fig-{name.rpartition("/")[2]}"{alive}>{"".join(images)}'
            "<figcaption>"
            f'<span class="figure-number">{text["figure"]} {count}</span>'
        )
        end = (
            f'</figcaption><p class="program" data-search-exclude>'
            f'<a href="{page.link(f"{SOURCE}/{program}.html")}">{text["program"]}</a>'
            "</p></figure>"
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
