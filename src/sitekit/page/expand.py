"""A page with its listings in place, as the site's own Markdown puts them there."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from pymdownx.snippets import SnippetExtension, SnippetMissingError, SnippetPreprocessor

from sitekit.page.markup import FENCE
from sitekit.page.paths import PageError, read


class _Loader(yaml.SafeLoader):
    """Reads mkdocs' YAML; what `!ENV` would say does not matter here."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


@cache
def site_config(root: Path) -> dict[str, Any]:
    """What both languages' sites are configured with."""
    config: dict[str, Any] = yaml.load(
        (root / "mkdocs.base.yml").read_text("utf-8"), _Loader
    )
    return config


def snippet_preprocessor(root: Path) -> SnippetPreprocessor:
    config = site_config(root)
    options = {name: value[0] for name, value in SnippetExtension().config.items()}
    options |= config["markdown_extensions"]["pymdownx.snippets"]
    options["base_path"] = [str(root / path) for path in options["base_path"]]
    return SnippetPreprocessor(options, Markdown())


def expand(path: Path, root: Path) -> tuple[str, list[int]]:
    """The page with its listings in place, and the page's line for every line of it.

    pytest-codeblocks skips a fence that says more than its language
    (```` ```python title="x" ````) without a word, so the rest is cut off first.

    Raises:
        PageError: a listing or a section of it is missing.
    """
    preprocessor, out, origin, fence = snippet_preprocessor(root), [], [], ""
    for n, line in enumerate(read(path).split("\n"), 1):
        match = FENCE.match(line)
        if not fence and match:
            fence, line = match["fence"], "".join(match.groups()[:3])
        elif fence and line.strip() == fence:
            fence = ""
        try:
            new = preprocessor.run([line])
        except SnippetMissingError as error:
            where = path.relative_to(root).as_posix()
            raise PageError(where, n, f"{error}: {line.strip()}") from None
        out += new
        origin += [n] * len(new)
    return "\n".join(out), origin
