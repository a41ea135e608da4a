"""What the extensions share: which page they are on, and HTML that waits its turn."""

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from sitekit.page.paths import LANGS, Page, PageError, body_of, read


def page_of(md: Markdown, root: Path) -> Page:
    """The page that is about to be rendered: each generator says it in its own way.

    Whoever renders a page without one sets ``md.source`` to its file.

    Raises:
        PageError: nobody says it, or it is no page of the site.
    """
    found: Any = getattr(md, "source", None)
    if "relpath" in md.treeprocessors:  # MkDocs
        mkdocs: Any = md.treeprocessors["relpath"]
        found = mkdocs.file.abs_src_path
    elif "rendering_context" in md.preprocessors:  # Zensical
        zensical: Any = md.preprocessors["rendering_context"]
        found = Path(zensical.config["docs_dir"], zensical.page.path)
    if found is None:
        raise PageError("<string>", None, "nobody says which page this text is")
    file, docs = Path(found).resolve(), (root / "docs").resolve()
    if not file.is_relative_to(docs) or file.relative_to(docs).parts[0] not in LANGS:
        raise PageError(str(found), None, f"is no page below {docs}")
    lang, *parts = file.relative_to(docs).parts
    return Page(root, lang, "/".join(parts), body_of(read(file))[1])


class Remember(Preprocessor):
    """First of all preprocessors: keeps the page and its lines for the others."""

    def __init__(self, md: Markdown, root: Path) -> None:
        super().__init__(md)
        self.root = root
        self.page = Page(root)
        self.lines: list[str] = []
        self.stash: list[str] = []  # HTML waiting to be put in place of its mark

    def run(self, lines: list[str]) -> list[str]:
        self.lines, self.stash = lines, []
        self.page = page_of(self.md, self.root)
        return lines

    def line_of(self, text: str) -> int | None:
        """Line of the page (from 1) on which ``text`` begins."""
        first = text.strip().split("\n")[0]
        return next((n for n, line in enumerate(self.lines, 1) if first in line), None)

    def mark(self, html: str) -> str:
        """A line of text that :class:`Unmark` turns into ``html``."""
        self.stash.append(html)
        return f"%%sitekit:{len(self.stash) - 1}%%"


class Unmark(Preprocessor):
    """Puts stashed HTML in place, after Markdown has normalized the text."""

    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        out = []
        for line in lines:
            mark = line.strip()
            if mark.startswith("%%sitekit:") and mark.endswith("%%"):
                html = self.page.stash[int(mark[10:-2])]
                indent = line[: len(line) - len(line.lstrip())]
                line = indent + self.md.htmlStash.store(html)
            out.append(line)
        return out


def remember(md: Markdown, root: str) -> Remember:
    """Register the shared preprocessors once, whichever extension comes first."""
    if "sitekit" not in md.preprocessors:
        page = Remember(md, Path(root))
        md.preprocessors.register(page, "sitekit", 1000)
        md.preprocessors.register(Unmark(md, page), "sitekit-unmark", 28)
    found = md.preprocessors["sitekit"]
    assert isinstance(found, Remember)
    return found
