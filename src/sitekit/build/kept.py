"""While serving, a page is rendered again only when something on it changed.

Two pages of fifty-four change with an edit. What a page is made of is its text, the
files that it embeds and their tests, its folder of programs, other programs that it
quotes, and the project's tables. What a badge says of an equation on *another* page
may be older until the server starts anew; a build of the site renders everything.
"""

from pathlib import Path
from typing import Any

from material.plugins.search.plugin import SearchIndex
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from sitekit.page import paths
from sitekit.page.markup import CLAIM, QUOTE
from sitekit.page.shown import embedded

FIELDS = ("content", "toc", "_title_from_render", "present_anchor_ids")


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


class Kept:
    """Pages, and their entries in the search, with what they were made of."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, dict[str, Any]]] = {}
        self.entries: dict[str, tuple[str, list[Any]]] = {}
        self.render, self.add = Page.render, SearchIndex.add_entry_from_context

    def page(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """In place of ``Page.render``."""
        root, lang = Path(config.config_file_path).parent, Path(config.docs_dir).name
        ours = paths.Page(root, lang, page.file.src_uri)
        now = stamp(ours, page.markdown or "", sorted(files.src_uris))
        before, kept = self.pages.get(ours.source, ("", {}))
        if before != now:
            self.render(page, config, files)
            kept = {field: getattr(page, field) for field in FIELDS}
            # Files are made anew for each build; their names stay.
            links = page.links_to_anchors or {}
            kept["links"] = {file.src_uri: found for file, found in links.items()}
            self.pages[ours.source] = now, kept
            return
        for field in FIELDS:
            setattr(page, field, kept[field])
        page.links_to_anchors = {files.src_uris[k]: v for k, v in kept["links"].items()}

    def entry(self, index: Any, page: Page) -> None:
        """In place of ``SearchIndex.add_entry_from_context``."""
        content, kept = self.entries.get(page.url, (None, []))
        if content != page.content:
            before = len(index.entries)
            self.add(index, page)
            self.entries[page.url] = page.content or "", index.entries[before:]
        else:
            index.entries.extend(kept)

    def install(self) -> None:
        Page.render = lambda *given: self.page(*given)  # type: ignore[method-assign]
        SearchIndex.add_entry_from_context = lambda *given: self.entry(*given)
