"""A page as a notebook for Jupyter: made from the page, to take along and to run.

Its code cells are the page's listings; its first cells install what they import, and
write the modules of this project that they need beside the notebook, so that nothing
of ours has to be installed. What only our pages understand is told in what Jupyter
and Colab show: numbers of equations and figures, references in full, addresses.
Figures are those of the site: Jupyter refuses an attached SVG, Colab any that is part
of the notebook, and pictures of another kind would weigh more than all pages.
"""

import html
import json
import os
import posixpath
import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from markdown import Markdown

from sitekit.build.cells import Cell, split
from sitekit.page.expand import expand
from sitekit.page.files import write
from sitekit.page.imports import imports, modules
from sitekit.page.markup import DISPLAY, FIGURE, LABEL, TAG, fenced, unfenced
from sitekit.page.paths import LANGS, Page, body_of, sources
from sitekit.page.pictures import address
from sitekit.render import figure, quotes, references, tables, texmath

ATTRIBUTES = re.compile(r" *\{:? *[.#][^{}$]*\}(?=\n|$)")
LINK = re.compile(r"(?<=\]\()(?P<path>[\w./-]+\.md)?(?P<ident>#[\w:-]+)?(?=\))")
HREF = re.compile(r'(?<= href=")(?P<path>\.[^":#]*)(?P<ident>#[^"]*)?(?=")')
REFERENCE = re.compile(r"\$" + texmath.EQREF.pattern + r"\$")
DISTRIBUTION = {"sklearn": "scikit-learn"}  # where it is not named as the module is
SETUP, INSTALL = "setup", "install"  # tags: not of the page; asks the network
FOLDED = {"jupyter": {"source_hidden": True}}
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
TEXT = {
    "zh": {
        "install": "# {}：文字与图 CC BY 4.0，代码 MIT。这一格安装本页用到的库。",
        "name": "# 下面展示的程序不自行启动",
        "ours": "# 本页从 chainrule 导入的源文件（MIT），原样写到笔记本旁边。",
    },
    "en": {
        "install": "# {}: text and figures CC BY 4.0, code MIT. "
        "This cell installs what the page imports.",
        "name": "# a program that is shown below does not start by itself",
        "ours": "# The files of chainrule (MIT) that the page imports, "
        "written beside the notebook as they are.",
    },
}


def pages(root: Path) -> list[Page]:
    return [
        Page(root, lang, path.relative_to(root / "docs" / lang).as_posix())
        for lang in LANGS
        for path in sources(root / "docs" / lang)
    ]


def file_of(page: Page) -> str:
    """The notebook below the site's root, beside the folder of its page."""
    return f"{'' if page.lang == LANGS[0] else page.lang + '/'}{page.topic}.ipynb"


def make(page: Page, base: str = "") -> str:
    """The notebook of a page, without outputs; nothing if the page has no code.

    Args:
        base: address of the site. Without one, addresses are relative to the notebook
            where the built site has it.
    """
    lines = prepared(page)
    tags = labels("\n".join(lines))
    cells = split(figures(page, lines, base))
    code = [cell.text for cell in cells if cell.is_code]
    if not code:
        return ""
    nodes = setup(page, "\n".join(code), base)
    nodes += [node(page, cell, tags, base) for cell in cells]
    for number, each in enumerate(nodes, 1):
        each["id"] = f"cell-{number}"
    about = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    made = {"cells": nodes, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def prepared(page: Page) -> list[str]:
    """The page with listings, numbers, tables and references in place."""
    root, file = page.root, page.root / page.source
    kinds = quotes.Quotes, tables.Tables, references.References
    markdown = Markdown(extensions=[kind(root=str(root)) for kind in kinds])
    markdown.source = file  # type: ignore[attr-defined]
    lines = body_of(expand(file, root)[0])[0].split("\n")
    for name in ("sitekit", "quotes", "tables", "references"):
        lines = markdown.preprocessors[name].run(lines)
    return lines


def labels(text: str) -> dict[str, str]:
    """The number of each labelled equation."""
    found = {}
    for match in DISPLAY.finditer(unfenced(text)):
        label, tag = LABEL.search(match[1]), TAG.search(match[1])
        if label and tag:
            found[label[1]] = tag[1]
    return found


def figures(page: Page, lines: list[str], base: str) -> list[str]:
    """Each figure as an image and its numbered caption."""
    out, count = [], 0
    for line, in_code in fenced(lines):
        match = None if in_code else FIGURE.match(line)
        if match:
            count += 1
            path = address(page.topic, match["name"], page.lang)
            number = f"**{figure.TEXT[page.lang]['figure']} {count}.**"
            line = f"![{match['alt']}]({locate(page, path, base)})\n\n"
            line = match["indent"] + f"{line}{number} {match['caption']}".replace(
                "\n\n", f"\n\n{match['indent']}"
            )
        out += line.split("\n")
    return out


def locate(page: Page, path: str, base: str) -> str:
    """The address of a file below the site's root."""
    if base:
        return f"{base.rstrip('/')}/{path}"
    folder = posixpath.dirname(file_of(page)) or "."
    return posixpath.relpath(path, folder)


def locate_page(page: Page, path: str | None, base: str) -> str:
    """The address of another page, whose source is named relative to this one's."""
    source = posixpath.join(posixpath.dirname(page.path), path) if path else page.path
    url = Page(page.root, page.lang, posixpath.normpath(source)).url
    end = "" if base else "index.html"
    return locate(page, f"{url}/{end}".removeprefix("./"), base)


def node(page: Page, cell: Cell, tags: dict[str, str], base: str) -> dict[str, Any]:
    if cell.is_code:
        return code_cell(cell.text, FOLDED if cell.folded else {})

    def link(match: re.Match[str]) -> str:
        if not match[0]:
            return ""
        return locate_page(page, match["path"], base) + (match["ident"] or "")

    def href(match: re.Match[str]) -> str:  # relative to the page
        path = posixpath.normpath(posixpath.join(page.url, match["path"]))
        return html.escape(locate(page, path, base)) + (match["ident"] or "")

    text = ATTRIBUTES.sub("", cell.text)
    text = REFERENCE.sub(lambda match: f"({tags[match[1]]})", text)
    text = LINK.sub(link, HREF.sub(href, LABEL.sub("", text)))
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def code_cell(text: str, about: dict[str, Any]) -> dict[str, Any]:
    empty: dict[str, Any] = {"execution_count": None, "outputs": []}
    return {"cell_type": "code", **empty, "metadata": about, "source": text}


@cache
def requirements(root: Path) -> dict[str, str]:
    """What the project asks of other packages, by their names."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["site"]
    return {re.split(r"[^\w-]", line)[0]: line for line in lines}


def setup(page: Page, code: str, base: str) -> list[dict[str, Any]]:
    """The cells before the page's own."""
    root, text = page.root, TEXT[page.lang]
    files = {p.relative_to(root / "src").as_posix(): p for p in imports(root, code)}
    texts = {name: files[name].read_text("utf-8") for name in sorted(files)}
    named = frozenset().union(*map(modules, (code, *texts.values())))
    tops = {name.split(".")[0] for name in named} - sys.stdlib_module_names
    foreign = sorted(tops - {name.split("/")[0] for name in texts})
    asked = [requirements(root)[DISTRIBUTION.get(name, name)] for name in foreign]
    lines = [
        text["install"].format(locate_page(page, None, base) if base else page.source)
    ]
    if asked:
        lines.append("%pip install -q " + " ".join(f'"{each}"' for each in asked))
    cells = [code_cell("\n".join(lines), {"tags": [SETUP, INSTALL]})]
    if "__name__" in code:
        cells.append(code_cell(f"__name__ = 'page'  {text['name']}", {"tags": [SETUP]}))
    if texts:
        about = {"tags": [SETUP], **FOLDED}
        cells.append(code_cell(written(text["ours"], texts), about))
    return cells


def written(head: str, texts: dict[str, str]) -> str:
    """Code that writes these files, each to be read in it as it is."""
    lines = [head, "from pathlib import Path", "", "files = {}"]
    for name, text in texts.items():
        if "'''" in text:
            raise ValueError(f"src/{name}: ''' would end the string that holds it")
        lines.append(f"files[{name!r}] = r'''{text}'''")
    return "\n".join(
        [
            *lines,
            "",
            "for name, text in files.items():",
            "    Path(name).parent.mkdir(parents=True, exist_ok=True)",
            '    Path(name).write_text(text, "utf-8")',
            "del Path, files, name, text",
        ]
    )


def write_all(root: Path, site: Path) -> None:
    """Put each page's notebook into a built site."""
    for page in pages(root):
        if text := make(page, os.environ.get("SITE_URL", "")):
            write(site / file_of(page), text)
