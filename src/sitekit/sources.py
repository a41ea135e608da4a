"""Highlighted copies of the project's Python files, inside the site itself.

``site/source/src/chainrule/nn/linear.py.html#L12``: plain pages without scripts
that work offline and need no code host. Each leads on to its test or its source,
and to the pages that show it.
"""

import html
import os
import re
from pathlib import Path

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from sitekit import ledger
from sitekit.figure import IMAGE
from sitekit.files import write
from sitekit.listing import INCLUDE
from sitekit.paths import LANGS, SOURCE, Page

FOLDERS = ("src", "snippets", "tests", "bench")
ANCHOR = re.compile(r"<a [^>]*>")
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{path} · Chainrule</title>
<link rel="icon" href="{up}assets/images/logo.svg">
<link rel="stylesheet" href="{up}assets/css/source.css">
</head>
<body>
<header>
<p><a href="{up}index.html" lang="zh-Hans">链式法则</a> ·
<a href="{up}en/index.html">Chainrule</a> ·
<a href="{up}source/index.html">Source</a></p>
<h1>{path}</h1>
{links}
</header>
<main>{code}</main>
</body>
</html>
"""


def files(root: Path) -> list[str]:
    return [
        path.as_posix()
        for folder in FOLDERS
        for path in sorted(p.relative_to(root) for p in (root / folder).rglob("*.py"))
        if not any(part.startswith((".", "__pycache__")) for part in path.parts)
    ]


def shown_on(root: Path) -> dict[str, list[Page]]:
    """Which pages embed which file, as a listing or as a figure."""
    found: dict[str, list[Page]] = {}
    for lang in LANGS:
        folder = root / "docs" / lang
        for path in sorted(folder.rglob("*.md")):
            page = Page(root, lang, path.relative_to(folder).as_posix())
            for line in path.read_text("utf-8").splitlines():
                if match := INCLUDE.match(line):
                    file = match["path"]
                elif match := IMAGE.match(line):
                    file = f"snippets/{page.topic}/{match['name']}.py"
                else:
                    continue
                if page not in found.setdefault(file, []):
                    found[file].append(page)
    return found


def title(page: Page) -> str:
    text = (page.root / page.source).read_text("utf-8")
    match = re.search(r"^# (.+?)(?:\s*\{.*\})?$", text, re.M)
    return match[1] if match else page.topic


def render(root: Path, path: str, pages: list[Page]) -> str:
    here = Path(SOURCE, path).parent.as_posix()

    def up(target: str) -> str:
        return os.path.relpath(target, here).replace(os.sep, "/")

    links = []
    if test := ledger.test_of(root, path):
        links.append(f'<p>Test: <a href="{up(f"{SOURCE}/{test}.html")}">{test}</a></p>')
    if (
        path.startswith("tests/")
        and (root / (tested := ledger.source_of(path))).is_file()
    ):
        target = up(f"{SOURCE}/{tested}.html")
        links.append(f'<p>Tests: <a href="{target}">{tested}</a></p>')
    if pages:
        shown = " · ".join(
            f'<a href="{up(f"{page.url}/index.html")}" lang="{page.lang}">'
            f"{html.escape(title(page))}</a>"
            for page in pages
        )
        links.append(f"<p>Shown on: {shown}</p>")
    code = highlight(
        (root / path).read_text("utf-8"),
        PythonLexer(),
        HtmlFormatter(
            linenos="inline", lineanchors="L", anchorlinenos=True, wrapcode=True
        ),
    )
    # Pygments writes L-1. In the code itself every "<" is escaped.
    code = ANCHOR.sub(lambda anchor: anchor[0].replace("L-", "L"), code)
    return PAGE.format(path=path, up=up(".") + "/", links="\n".join(links), code=code)


def write_all(root: Path, site: Path) -> None:
    pages, paths = shown_on(root), files(root)
    items = "".join(f'<li><a href="{path}.html">{path}</a></li>' for path in paths)
    index = PAGE.format(path="Source", up="../", links="", code=f"<ul>{items}</ul>")
    write(site / SOURCE / "index.html", index)
    for path in paths:
        write(site / SOURCE / f"{path}.html", render(root, path, pages.get(path, [])))
