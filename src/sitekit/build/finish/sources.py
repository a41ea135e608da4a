"""Highlighted copies of the project's Python files and pages, inside the site itself.

``site/source/src/package/nn/linear.py.html#L12``: plain pages without scripts
that work offline and need no code host. Each leads on to its test or its source,
and to the pages that show it; the copy of a page to its tests.
"""

import html
import os
import re
from collections.abc import Callable
from pathlib import Path

from pygments.lexers.markup import MarkdownLexer
from pygments.lexers.python import PythonLexer

from sitekit.page.files import write
from sitekit.page.markup import INCLUDE
from sitekit.page.paths import (
    SOURCE,
    Page,
    is_notebook,
    pages,
    read,
    source_of,
    test_of,
)
from sitekit.page.project import project
from sitekit.page.shown import embedded, shown_on
from sitekit.render.code import coloured

FOLDERS = ("src", "snippets", "tests", "bench")
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{path} · {en}</title>
<link rel="icon" href="{up}assets/images/logo.svg">
<link rel="stylesheet" href="{up}assets/css/source.css">
</head>
<body>
<header>
<p><a href="{up}index.html" lang="zh-Hans">{zh}</a> ·
<a href="{up}en/index.html">{en}</a> ·
<a href="{up}source/index.html">Source</a></p>
<h1>{path}</h1>
{links}
</header>
<main{kind}>{code}</main>
</body>
</html>
"""
TEXT = {
    "zh": {
        "page": "页面：",
        "run": "运行本页的全部代码：",
        "tests": "页上实现的测试：",
        "none": "本页没有代码。",
    },
    "en": {
        "page": "Page: ",
        "run": "Run all code of the page: ",
        "tests": "Tests of the implementations on it:",
        "none": "There is no code on the page.",
    },
}


def files(root: Path) -> list[str]:
    return [
        path.as_posix()
        for folder in FOLDERS
        for path in sorted(p.relative_to(root) for p in (root / folder).rglob("*.py"))
        if not any(part.startswith((".", "__pycache__")) for part in path.parts)
    ]


def title(page: Page) -> str:
    text = read(page.root / page.source)
    match = re.search(r"^# (.+?)(?:\s*\{.*\})?$", text, re.M)
    return match[1] if match else page.topic


def render(root: Path, path: str, shown: list[Page]) -> str:
    up = _up(path)
    links = []
    if test := test_of(root, path):
        links.append(f'<p>Test: <a href="{up(f"{SOURCE}/{test}.html")}">{test}</a></p>')
    if path.startswith("tests/") and (root / (tested := source_of(path))).is_file():
        target = up(f"{SOURCE}/{tested}.html")
        links.append(f'<p>Tests: <a href="{target}">{tested}</a></p>')
    if shown:
        said = " · ".join(_link(page, up) for page in shown)
        links.append(f"<p>Shown on: {said}</p>")
    return _render(root, path, links)


def render_page(page: Page) -> str:
    """The copy of a page's own source, with its tests."""
    up, text = _up(page.source), TEXT[page.lang]
    shown = embedded(page)
    tests = [test for path in shown if (test := test_of(page.root, path))]
    items = "".join(
        f'<li><a href="{up(f"{SOURCE}/{test}.html")}">{test}</a></li>'
        for test in dict.fromkeys(tests)
    )
    command = f"<code>python -m pytest {page.source}</code>"
    # Figures run when they are drawn, and outputs are no code.
    listings = map(INCLUDE.match, read(page.root / page.source).splitlines())
    has_code = is_notebook(read(page.root / page.source)) or any(
        match and match["path"].endswith(".py") for match in listings
    )
    links = [
        f'<div lang="{page.lang}">',
        f"<p>{text['page']}{_link(page, up)}</p>",
        f'<p id="tests">{text["run"] + command if has_code else text["none"]}</p>',
        f"<p>{text['tests']}</p><ul>{items}</ul>" if items else "",
        "</div>",
    ]
    return _render(page.root, page.source, links, f' lang="{page.lang}"')


def _up(path: str) -> Callable[[str], str]:
    """Relative address from the copy of ``path`` to a target below the site's root."""
    here = Path(SOURCE, path).parent.as_posix()
    return lambda target: os.path.relpath(target, here).replace(os.sep, "/")


def _link(page: Page, up: Callable[[str], str]) -> str:
    target = up(f"{page.url}/index.html")
    return f'<a href="{target}" lang="{page.lang}">{html.escape(title(page))}</a>'


def _render(root: Path, path: str, links: list[str], kind: str = "") -> str:
    python = path.endswith(".py")
    code = coloured(
        root,
        (root / path).read_text("utf-8"),
        PythonLexer() if python else MarkdownLexer(handlecodeblocks=False),
        nowrap=True,
    )
    # An address each; the style sheet counts them, which a reader does not copy.
    lines = enumerate(code.splitlines(keepends=True), 1)
    code = "".join(f'<a id="L{number}"></a>{line}' for number, line in lines)
    code = f"<pre><code>{code}</code></pre>"
    return _page(root, path, _up(path)(".") + "/", code, "\n".join(links), kind)


def _page(
    root: Path, path: str, up: str, code: str, links: str = "", kind: str = ""
) -> str:
    title = project(root).title
    return PAGE.format(path=path, up=up, code=code, links=links, kind=kind, **title)


def render_index(root: Path) -> str:
    names = [*files(root), *(page.source for page in pages(root))]
    items = "".join(f'<li><a href="{name}.html">{name}</a></li>' for name in names)
    return _page(root, "Source", "../", f"<ul>{items}</ul>")


def of(root: Path, name: str) -> str:
    """One of the pages below ``source/``, without its ``.html``; nothing if none."""
    if name == "index":
        return render_index(root)
    if name in files(root):
        return render(root, name, shown_on(root).get(name, []))
    found = [page for page in pages(root) if page.source == name]
    return render_page(found[0]) if found else ""


def write_all(root: Path, site: Path) -> None:
    shown = shown_on(root)
    for path in files(root):
        write(site / SOURCE / f"{path}.html", render(root, path, shown.get(path, [])))
    for page in pages(root):
        write(site / SOURCE / f"{page.source}.html", render_page(page))
    write(site / SOURCE / "index.html", render_index(root))
