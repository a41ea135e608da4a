"""A page is rendered again only when something that it is made of changed.

While serving, two pages of fifty-four change with an edit. What a page is made of then
is its text, the files that it embeds and their tests, its folder of programs, other
programs that it quotes, and the project's tables; what a badge says of an equation on
*another* page may be older until the server starts anew. A build finds a page of the
last one only if nothing in the project changed but the texts of others.
"""

import json
import logging
from functools import partial
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import SearchIndex
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from sitekit.page import paths
from sitekit.page.markup import CLAIM, QUOTE
from sitekit.page.memo import latest
from sitekit.page.shown import embedded
from sitekit.page.state import state
from sitekit.render.marker import marker


def stamp(page: paths.Page, markdown: str, files: list[str]) -> str:
    """Changes when the HTML of the page might."""
    root = page.root
    shown = embedded(page)
    near = {root / path for path in shown}
    near |= {root / t for path in shown if (t := paths.test_of(root, path))}
    folders = {root / "snippets" / page.topic}
    for quoted in (*QUOTE.finditer(markdown), *CLAIM.finditer(markdown)):
        folders.add((root / "snippets" / quoted[1]).parent)
    near |= {file for folder in folders for file in folder.glob("*.*")}
    far = [*(root / "docs").glob("*.*"), root / paths.BUILD / "ledger.json"]
    times = [
        (str(file), file.stat().st_mtime_ns)
        for file in sorted({*near, *far})
        if file.is_file()
    ]
    return repr((markdown, times, files))


def others(page: paths.Page, markdown: str) -> list[str]:
    """The texts of the pages that a table of this one may be made from."""
    if not any(map(marker("table").fullmatch, markdown.split("\n"))):
        return []
    return [paths.read(other.root / other.source) for other in paths.pages(page.root)]


def token(link: AnchorLink) -> dict[str, Any]:
    """A heading as ``get_toc`` takes it."""
    return {
        "name": link.title,
        "id": link.id,
        "level": link.level,
        "children": [token(child) for child in link.children],
    }


class Faulty(Exception):
    """A page that was rendered with a warning, which the next build must say, too."""


class Heard(logging.Handler):
    """How often a fault was logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, _: logging.LogRecord) -> None:
        self.count += 1


class Kept:
    """Pages, and their entries in the search, with what they were made of."""

    def __init__(self) -> None:
        self.state = ""  # of the project, for this build
        self.pages: dict[str, tuple[str, dict[str, Any]]] = {}
        self.entries: dict[str, tuple[str, list[Any]]] = {}
        self.render, self.add = Page.render, SearchIndex.add_entry_from_context
        self.heard = Heard()

    def begin(self, root: Path) -> None:
        """Before each build."""
        self.state = state(root)

    def page(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """In place of ``Page.render``."""
        root, lang = Path(config.config_file_path).parent, Path(config.docs_dir).name
        ours, text = paths.Page(root, lang, page.file.src_uri), page.markdown or ""
        uris = sorted(files.src_uris)
        now = stamp(ours, text, uris)
        before, kept = self.pages.get(ours.source, ("", {}))
        if before != now:
            make = partial(self.rendered, page, config, files)
            given = self.state, text, uris, others(ours, text)
            try:
                kept = json.loads(latest(root, make, f"page {ours.source}", *given))
                self.pages[ours.source] = now, kept
            except Faulty as fault:
                kept = json.loads(str(fault))
        page.content, page._title_from_render = kept["content"], kept["title"]
        page.toc, page.present_anchor_ids = get_toc(kept["toc"]), set(kept["anchors"])
        # Files are made anew for each build; their names stay.
        page.links_to_anchors = {files.src_uris[k]: v for k, v in kept["links"].items()}

    def rendered(self, page: Page, config: MkDocsConfig, files: Files) -> str:
        before = self.heard.count
        self.render(page, config, files)
        links = page.links_to_anchors or {}
        text = json.dumps(
            {
                "content": page.content,
                "title": page._title_from_render,
                "toc": [token(link) for link in page.toc],
                "anchors": sorted(page.present_anchor_ids or ()),
                "links": {file.src_uri: found for file, found in links.items()},
            }
        )
        if self.heard.count > before:
            raise Faulty(text)
        return text

    def entry(self, index: Any, page: Page) -> None:
        """In place of ``SearchIndex.add_entry_from_context``."""
        key = str(page.file.abs_src_path)  # both languages have the same address
        content, kept = self.entries.get(key, (None, []))
        if content != page.content:
            before = len(index.entries)
            self.add(index, page)
            self.entries[key] = page.content or "", index.entries[before:]
        else:
            index.entries.extend(kept)

    def install(self) -> None:
        logging.getLogger("mkdocs").addHandler(self.heard)
        Page.render = lambda *given: self.page(*given)  # type: ignore[method-assign]
        SearchIndex.add_entry_from_context = lambda *given: self.entry(*given)
