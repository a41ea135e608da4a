"""Comments that become something: ``<!-- word: name -->`` on a line of its own."""

import re
from collections.abc import Callable

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from sitekit.page.markup import fenced
from sitekit.page.paths import PageError
from sitekit.render.remember import Remember, remember


def marker(word: str) -> re.Pattern[str]:
    """What a line with a marker of this word looks like: its indent, the name."""
    return re.compile(rf"( *)<!-- {word}: ([\w-]+) -->")


class Marked(Preprocessor):
    """Puts in the place of each marker the lines that ``lines_of`` its name gives."""

    def __init__(
        self,
        md: Markdown,
        page: Remember,
        word: str,
        lines_of: Callable[[Remember, str], list[str]],
    ) -> None:
        super().__init__(md)
        self.page, self.word, self.lines_of = page, word, lines_of
        self.whole = marker(word)

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        for line, in_code in fenced(lines):
            if in_code or f"<!-- {self.word}" not in line:
                out.append(line)
                continue
            try:
                if not (match := self.whole.fullmatch(line)):
                    alone = f"<!-- {self.word}: name -->"
                    raise ValueError(f"a {self.word} stands alone on its line: {alone}")
                made = self.lines_of(self.page, match[2])
            except PageError:
                raise
            except (LookupError, ValueError) as error:
                at, said = self.page.line_of(line), str(error.args[0])
                raise self.page.page.error(at, said) from None
            out += ["", *(match[1] + each if each else each for each in made), ""]
        return out


def register(
    md: Markdown,
    root: str,
    word: str,
    lines_of: Callable[[Remember, str], list[str]],
) -> None:
    """Let ``md`` know the markers of this word."""
    marked = Marked(md, remember(md, root), word, lines_of)
    md.preprocessors.register(marked, f"{word}s", 42)
