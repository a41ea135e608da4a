"""A labelled formula, found where both languages print it."""

from dataclasses import dataclass
from pathlib import Path

from sitekit.page.markup import DISPLAY, LABEL, TAG, unfenced
from sitekit.page.paths import LANGS, Page, PageError, pages, read


@dataclass(frozen=True)
class Printed:
    """A labelled formula, as both languages print it."""

    page: Page
    line: int
    label: str
    tex: str

    @property
    def tag(self) -> str:
        return "".join(TAG.findall(self.tex))

    def error(self, message: str) -> PageError:
        return self.page.error(self.line, f"{self.label}: {message}")


def find(root: Path, label: str) -> Printed:
    """The formula with this label.

    Raises:
        ValueError: not once in each language, or not the same in both.
    """
    found = []
    for page in pages(root):
        text = unfenced(read(root / page.source))
        for match in DISPLAY.finditer(text):
            if label not in LABEL.findall(match[1]):
                continue
            tex = match[1].strip()
            line = text.count("\n", 0, text.index(tex, match.start())) + 1
            found.append(Printed(page, line, label, tex))
    if tuple(printed.page.lang for printed in found) != LANGS:
        where = ", ".join(printed.page.source for printed in found) or "no page"
        raise ValueError(f"{label} must be once in each language; it is in {where}")
    zh, en = found
    if (zh.page.path, zh.tex) != (en.page.path, en.tex):
        raise en.error(f"'{en.tex}' is '{zh.tex}' in {zh.page.source}:{zh.line}")
    return en
