"""What the cells of notebooks gave when mkdocs-jupyter ran them: text and pictures."""

import base64
import io
import json
import os
import shutil
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
from PIL import Image

from sitekit.build import drawing, style
from sitekit.page.files import write
from sitekit.page.notebooks import CODE, FOLDER, is_notebook, pictures, results
from sitekit.page.paths import BUILD, LANGS, Page, read, sources

SCALE = 2  # pixels of a picture to a CSS pixel, which is 1/96 inch
COLOURS = 128  # a plot needs no more, and its file is half the size


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
