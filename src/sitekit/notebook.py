"""Notebooks: pages whose code runs while the site is built.

A notebook is a percent script in ``docs/`` (see ``sitekit.percent``). mkdocs-jupyter
executes it; of what it makes of it only the outputs are kept, and the page is made
from the script by the same extensions as every other page. A cell that draws has a
name, and its picture stands where ``![alt text](figure:name "Caption.")`` does.
"""

import base64
import html
import io
import json
import os
import re
import shutil
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jupytext
import nbformat
import numpy as np
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from PIL import Image
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from sitekit import drawing, figure, style
from sitekit.files import write
from sitekit.paths import BUILD, FIGURES, LANGS, Page, Remember, read, remember, sources

FOLDER = "notebooks"  # below BUILD
SCALE = 2  # pixels of a picture to a CSS pixel, which is 1/96 inch
COLOURS = 128  # a plot needs no more, and its file is half the size
CODE = re.compile(
    r"^```(?:python|\{ \.python #(?P<name>[\w-]+) \})\n(?P<code>.*?)^```$", re.M | re.S
)
TITLE = re.compile(r"^# .+$", re.M)
IDENT = re.compile(r"^(#+ .*?) *\{[^}]*\}$", re.M)
LINK = re.compile(r"(?<=\]\()(?!\w+:)(?P<path>[^)#\s]*)\.(?:md|py)(?P<ident>#[^)\s]*)?")
TEXT = {
    "zh": "本页是一份笔记本，可以下载运行：{}",
    "en": "This page is a notebook. To run it yourself: {}",
}


def is_notebook(path: str) -> bool:
    return path.endswith(".py")


# -- what the cells gave ----------------------------------------------------------


@dataclass
class Given:
    """What a code cell printed and drew (PNG), and what no page shows."""

    text: str = ""
    picture: bytes = b""
    fault: str = ""


class Outputs(HTMLParser):
    """Reads the outputs of the code cells out of mkdocs-jupyter's HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[Given] = []
        self.output = self.pre = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        classes = found.get("class", "").split()
        if "jp-Cell" in classes:
            self.output = False
            if "jp-CodeCell" in classes and "id" in found:  # the outer has none
                self.cells.append(Given())
        elif "jp-OutputArea-output" in classes:
            self.output = True
            kind = found.get("data-mime-type", "image/png")
            if kind not in ("text/plain", "image/png"):
                self.cells[-1].fault = f"gives {kind}, which no page shows"
        elif self.output and tag == "img":
            if self.cells[-1].picture:
                self.cells[-1].fault = "draws two pictures"
            self.cells[-1].picture = base64.b64decode(found["src"].partition(",")[2])
        elif self.output and tag == "pre":
            self.pre = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre" and self.pre:
            self.pre = False
            if (cell := self.cells[-1]).text and not cell.text.endswith("\n"):
                cell.text += "\n"

    def handle_data(self, data: str) -> None:
        if self.pre:
            self.cells[-1].text += data


def results(page: Page) -> Path:
    return page.root / BUILD / FOLDER / page.lang / f"{page.topic}.json"


def pictures(page: Page, name: str) -> dict[str, str]:
    """Light and dark picture of a cell, below the site's root and below ``build/``."""
    stem = f"{FIGURES}/{page.topic}/{name}"
    return {theme: f"{stem}.{theme}.png" for theme in style.THEMES}


def keep(page: Page, made: str) -> None:
    """Take from the HTML of mkdocs-jupyter what the cells gave.

    Raises:
        PageError: a cell wrote to stderr, gave what no page shows, or drew two
            pictures or one without having a name.
    """
    text = read(page.root / page.source)
    cells, given = list(CODE.finditer(text)), Outputs(made).cells
    if len(cells) != len(given):
        raise page.error(None, f"{len(cells)} code cells, but {len(given)} ran")
    sizes = {}
    for cell, gave in zip(cells, given, strict=True):
        line, name = text.count("\n", 0, cell.start()) + 1, cell["name"]
        if gave.picture and not (name or gave.fault):
            gave.fault = "draws a picture and has no name: # %% name"
        if gave.fault:
            raise page.error(line, f"this cell {gave.fault}: {gave.text.strip()}")
        if gave.picture:
            sizes[name] = save(page, name, gave.picture)
    kept = {"texts": [gave.text for gave in given], "sizes": sizes}
    write(results(page), json.dumps(kept, ensure_ascii=False, indent=1) + "\n")


def save(page: Page, name: str, png: bytes) -> tuple[int, int]:
    """Write the two pictures; return their size in CSS pixels."""
    light = Image.open(io.BytesIO(png)).convert("RGB")
    for theme, path in pictures(page, name).items():
        file = page.root / BUILD / path
        file.parent.mkdir(parents=True, exist_ok=True)
        image = light if theme == "light" else dark(light)
        image.quantize(COLOURS).save(file, "PNG", optimize=True)
    return round(light.width / SCALE), round(light.height / SCALE)


def dark(image: Image.Image) -> Image.Image:
    """Lightness turned round, hues kept, black lifted to the paper of dark pages."""
    paper = str(style.THEMES["dark"]["paper"])
    black = np.array(list(bytes.fromhex(paper[1:]))) / 255
    light = np.asarray(image) / 255
    ends = light.max(axis=-1, keepdims=True) + light.min(axis=-1, keepdims=True)
    turned = black + (light + 1 - ends) * (1 - black)
    return Image.fromarray(np.rint(turned * 255).astype(np.uint8))


def environment(root: Path) -> dict[str, str]:
    """Gives the pictures the look of the other figures, while the site is built.

    Runs that mkdocs-jupyter kept are dropped when this look, a library, or the code of
    this project that a notebook imports is another; it only knows the scripts.
    """
    look = style.parameters("light") | {"figure.dpi": 96 * SCALE}
    look["figure.figsize"] = ", ".join(map(str, look["figure.figsize"]))
    look["axes.prop_cycle"] = f"cycler(color={style.THEMES['light']['cycle']})"
    del look["font.family"]  # the site's own; the kernel does not know it
    file = root / BUILD / FOLDER / "matplotlibrc"
    text = "".join(f'{name}: "{value}"\n' for name, value in look.items())
    keys = [drawing.key(root, root / page.source) for page in notebooks(root)]
    if any([write(file, text), write(file.with_name("key"), "\n".join(keys))]):
        for kept in file.parent.glob("runs-*/*.json"):
            kept.unlink()
    return {"MATPLOTLIBRC": os.fspath(file)}


def notebooks(root: Path) -> list[Page]:
    return [
        Page(root, lang, path.relative_to(root / "docs" / lang).as_posix())
        for lang in LANGS
        for path in sources(root / "docs" / lang)
        if is_notebook(path.name)
    ]


def copy_pictures(root: Path, site: Path) -> None:
    """Put the pictures of all notebooks among the figures of a built site."""
    for page in notebooks(root):
        for name in json.loads(results(page).read_text("utf-8"))["sizes"]:
            for picture in pictures(page, name).values():
                (site / picture).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / BUILD / picture, site / picture)


# -- the page ---------------------------------------------------------------------


class NotebookPreprocessor(Preprocessor):
    """Puts code, outputs and pictures into the Markdown of a notebook."""

    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page
        self.count = 0  # of figures

    def run(self, lines: list[str]) -> list[str]:
        page = self.page.page
        if not is_notebook(page.path):
            return lines
        kept = results(page)
        if not kept.is_file():
            raise page.error(None, f"has not run: there is no {kept.name}")
        given = json.loads(kept.read_text("utf-8"))
        texts, sizes = iter(given["texts"]), given["sizes"]

        def code(match: re.Match[str]) -> str:
            return self.mark(shown(match["code"], "python") + printed(next(texts)))

        text = CODE.sub(code, "\n".join(lines))
        text = TITLE.sub(lambda title: title[0] + "\n\n" + self.download(), text, 1)
        out: list[str] = []
        self.count = 0
        for line in text.split("\n"):
            match = figure.IMAGE.match(line)
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
            for theme, path in pictures(page, name).items()
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
        # Before sitekit.figure (41) and sitekit.listing (40).
        md.preprocessors.register(NotebookPreprocessor(md, page), "notebook", 45)


def makeExtension(**config: Any) -> Notebook:
    return Notebook(**config)


# -- the file to take along -------------------------------------------------------


def ipynb(page: Page, address: str) -> str:
    """The notebook for Jupyter, without outputs; ``address`` is that of the page.

    What only our pages understand goes: front matter, ids of headings, and pictures,
    which Jupyter shows below the cell that draws them; their captions stay.
    """
    source = (page.root / page.source).read_text("utf-8")
    notebook = jupytext.reads(source, "py:percent")
    notebook.cells = [cell for cell in notebook.cells if cell.cell_type != "raw"]

    def absolute(match: re.Match[str]) -> str:
        # The page is a folder, so what lies beside its source lies beside the folder.
        return urljoin(address, f"../{match['path']}/{match['ident'] or ''}")

    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number}"  # jupytext's are random
        if cell.cell_type == "markdown":
            lines = LINK.sub(absolute, IDENT.sub(r"\1", cell.source)).split("\n")
            matches = [(line, figure.IMAGE.match(line)) for line in lines]
            lines = [f"*{m['caption']}*" if m else line for line, m in matches]
            cell.source = "\n".join(lines)
    notebook.metadata = {
        "kernelspec": {
            "display_name": "Python 3",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
    }
    return str(nbformat.writes(notebook)) + "\n"
