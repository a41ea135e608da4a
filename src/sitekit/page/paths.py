"""Where things live, and which page a piece of Markdown belongs to."""

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LANGS = ("zh", "en")
BUILD = "build"  # everything drawn or measured, git-ignored
FIGURES = "figures"  # below BUILD, and below the site's root
SOURCE = "source"  # highlighted source pages, below the site's root
RUN = "run"  # Python for a reader's browser, below the site's root


class PageError(ValueError):
    """A fault in a page: says the file, the line and what to do."""

    def __init__(self, where: str, line: int | None, message: str) -> None:
        super().__init__(f"{where}{f':{line}' if line else ''}: {message}")


@dataclass(frozen=True)
class Page:
    """One page: ``docs/<lang>/<part>/<name>.md``."""

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

    @property
    def notebook(self) -> str:
        """The notebook below the site's root, beside the folder of its page."""
        return f"{'' if self.lang == LANGS[0] else self.lang + '/'}{self.topic}.ipynb"

    def link(self, target: str) -> str:
        """Relative address from the built page to ``target`` below the site's root."""
        return os.path.relpath(target, self.url or ".").replace(os.sep, "/")

    def error(self, line: int | None, message: str) -> PageError:
        return PageError(self.source, line and line + self.offset, message)


def read(path: Path) -> str:
    """The text of a page."""
    return path.read_text("utf-8")


def sources(folder: Path) -> list[Path]:
    """Every page below a folder."""
    return sorted(folder.rglob("*.md"))


def pages(root: Path, langs: tuple[str, ...] = LANGS) -> list[Page]:
    """Every page of these languages."""
    return [
        Page(root, lang, path.relative_to(root / "docs" / lang).as_posix())
        for lang in langs
        for path in sources(root / "docs" / lang)
    ]


def body_of(text: str) -> tuple[str, int]:
    """Split off YAML front matter: the body, and how many lines stand above it."""
    if text.startswith("---\n") and (end := text.find("\n---\n", 3)) > 0:
        body = text[end + 5 :].lstrip("\n")
        return body, text[: len(text) - len(body)].count("\n")
    return text, 0


def is_notebook(text: str) -> bool:
    """Whether a page is a notebook, which mkdocs-jupyter runs and shows.

    Its front matter names a kernel, as jupytext wants it, and its code is its own.
    """
    return "\njupyter:\n" in text[: len(text) - len(body_of(text)[0])]


def test_of(root: Path, source: str) -> str | None:
    """``src/x/nn/linear.py`` -> ``tests/x/nn/test_linear.py``, if it exists."""
    path = Path(source)
    if path.parts[0] != "src":
        return None
    test = Path("tests", *path.parts[1:-1], f"test_{path.name}")
    return test.as_posix() if (root / test).is_file() else None


def source_of(test: str) -> str:
    """The inverse of :func:`test_of`."""
    path = Path(test)
    name = path.name.removeprefix("test_")
    return Path("src", *path.parts[1:-1], name).as_posix()
