"""Where things live, and which page a piece of Markdown belongs to."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from sitekit import percent

LANGS = ("zh", "en")
BUILD = "build"  # everything drawn or measured, git-ignored
FIGURES = "figures"  # below BUILD, and below the site's root
SOURCE = "source"  # highlighted source pages, below the site's root


class PageError(ValueError):
    """A fault in a page: says the file, the line and what to do."""

    def __init__(self, where: str, line: int | None, message: str) -> None:
        super().__init__(f"{where}{f':{line}' if line else ''}: {message}")


@dataclass(frozen=True)
class Page:
    """One page: ``docs/<lang>/<part>/<name>.md``, or ``.py`` for a notebook."""

    root: Path
    lang: str = "en"
    path: str = ""  # below docs/<lang>, as posix; empty for text that is no page
    offset: int = 0  # lines of front matter above the body

    @property
    def source(self) -> str:
        return f"docs/{self.lang}/{self.path}" if self.path else "<string>"

    @property
    def topic(self) -> str:
        """``basics/linear-regression``: the folder of its programs and figures."""
        return str(PurePosixPath(self.path).with_suffix(""))

    @property
    def url(self) -> str:
        """Folder of the built page below the site's root (empty for the home page)."""
        stem = PurePosixPath(self.topic)
        folder = stem.parent if stem.name == "index" else stem
        return (
            (PurePosixPath("" if self.lang == "zh" else self.lang)) / folder
        ).as_posix()

    def link(self, target: str) -> str:
        """Relative address from the built page to ``target`` below the site's root."""
        return os.path.relpath(target, self.url or ".").replace(os.sep, "/")

    def error(self, line: int | None, message: str) -> PageError:
        return PageError(self.source, line and line + self.offset, message)


def read(path: Path) -> str:
    """A page as Markdown, also if it is a notebook.

    Raises:
        PageError: it is a notebook that cannot be read.
    """
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        return text
    try:
        return percent.markdown(text)
    except ValueError as error:
        raise PageError(path.as_posix(), None, str(error)) from None


def sources(folder: Path) -> list[Path]:
    """Every page below a folder, notebooks too."""
    return sorted(p for p in folder.rglob("*.*") if p.suffix in (".md", ".py"))


def body_of(text: str) -> tuple[str, int]:
    """Split off YAML front matter: the body, and how many lines stand above it."""
    if text.startswith("---\n") and (end := text.find("\n---\n", 3)) > 0:
        body = text[end + 5 :].lstrip("\n")
        return body, text[: len(text) - len(body)].count("\n")
    return text, 0


@lru_cache(maxsize=512)
def _body(path: Path, _mtime: int) -> tuple[str, int]:
    body, offset = body_of(read(path))
    return body.strip(), offset


def locate(text: str, root: Path) -> Page:
    """The page under ``docs/`` whose body is ``text``.

    Markdown hands its extensions text and no file name, each site generator in
    its own way; the text itself is the one thing they all pass on unchanged.
    """
    text = text.strip()
    for lang in LANGS:
        folder = root / "docs" / lang
        for path in sources(folder) if text else ():
            body, offset = _body(path, path.stat().st_mtime_ns)
            if body == text:
                return Page(root, lang, path.relative_to(folder).as_posix(), offset)
    return Page(root)


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
        self.page = locate("\n".join(lines), self.root)
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
